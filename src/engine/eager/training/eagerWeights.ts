import type { Tensor } from '@tensorflow/tfjs-core';
import type { Analysis } from '../../../network/analysis/analysis';
import { learningRateFactor } from '../../../network/graph/layerLearning';
import { elementCount } from '../../../network/layers/shape';
import type { TrainedLayer } from '../../execution/trainedLayers';
import { drawInitialWeights } from '../../initialWeights';
import type { Wasm } from '../loadWasm';

/** A weight or moving statistic of the network; its values lie outside of WebAssembly's memory. */
export interface EagerWeight {
  readonly node: string;
  readonly name: string;
  readonly shape: readonly number[];
  readonly trainable: boolean;
  readonly decays: boolean;
  /** What the learning rate is multiplied by. */
  readonly learningRateFactor: number;
  /** Row-major; changed in place. */
  readonly values: Float32Array;
  /** The optimizer's own variables for it, by name. */
  readonly slots: ReadonlyMap<string, Float32Array>;
}

/** The weights of the layers with their first values, and with the optimizer's variables at zero. */
export function createWeights(
  layers: readonly TrainedLayer[],
  analysis: Analysis,
  seed: number,
  slots: readonly string[],
): readonly EagerWeight[] {
  const initial = drawInitialWeights(analysis, seed);
  return layers.flatMap(({ node, analysis: { weights } }) =>
    weights.map(({ name, shape, trainable, decays }): EagerWeight => {
      const count = elementCount(shape);
      return {
        ...{ node: node.id, name, shape, trainable, decays },
        learningRateFactor: learningRateFactor(node),
        values: initial.get(`${node.id}/${name}`) ?? new Float32Array(count),
        slots: new Map(trainable ? slots.map((slot) => [slot, new Float32Array(count)]) : []),
      };
    }),
  );
}

export interface WeightTensors {
  /** By node id and name, as forward passes take them. */
  readonly byNode: ReadonlyMap<string, Readonly<Record<string, Tensor>>>;
  readonly ofWeight: ReadonlyMap<EagerWeight, Tensor>;
}

/**
 * Copies of the weights as tensors. Always new ones: the backend keeps a convolution's kernel in a layout of its own
 * for as long as the tensor lives, and would not see a change.
 */
export function weightTensors({ tf }: Wasm, weights: readonly EagerWeight[]): WeightTensors {
  const byNode = new Map<string, Record<string, Tensor>>();
  const ofWeight = new Map<EagerWeight, Tensor>();
  for (const weight of weights) {
    const tensor = tf.tensor(weight.values, [...weight.shape], 'float32');
    ofWeight.set(weight, tensor);
    byNode.set(weight.node, { ...byNode.get(weight.node), [weight.name]: tensor });
  }
  return { byNode, ofWeight };
}
