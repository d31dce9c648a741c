import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayerNode } from '../../../network/graph/document';
import { type ForwardPass, forwardPass } from '../../execution/forwardPass';
import { evaluatedLayers, type TrainedLayer } from '../../execution/trainedLayers';
import { streamKey } from '../../randomStreams';
import type { Batch } from '../../trainingExecutor';
import { eagerOps } from '../eagerOps';
import { type EagerTape, eagerTape } from '../eagerTape';
import type { Wasm } from '../loadWasm';
import type { TrainingContext } from '../operations/operationContext';
import { inLayerMemory } from '../wasmMemory';
import { type EagerWeight, weightTensors } from './eagerWeights';

/** A network and how its batches look. */
export interface EagerNetwork {
  readonly layers: readonly TrainedLayer[];
  readonly weights: readonly EagerWeight[];
  /** Shape of an image without the batch axis. */
  readonly imageShape: readonly number[];
  readonly seed: number;
}

export interface MovedStatistic {
  readonly statistic: EagerWeight;
  readonly values: Float32Array;
}

/** A training pass with all of its gradients. */
export interface TrainingPass extends ForwardPass<Tensor> {
  /** For each layer the gradient of its output, null where none reaches it. */
  readonly activationGradients: readonly (Tensor | null)[];
  readonly weightGradients: readonly { readonly weight: EagerWeight; readonly gradient: Tensor }[];
  readonly movedStatistics: readonly MovedStatistic[];
}

/** The forward half of a training pass, and what its backward half starts from. */
export interface TrainingForward {
  readonly pass: ForwardPass<Tensor>;
  readonly tape: EagerTape;
  readonly weights: ReadonlyMap<EagerWeight, Tensor>;
  readonly movedStatistics: readonly MovedStatistic[];
}

/** Runs the batch forward as a training step does, and records what its gradients need. */
export function trainingForward(
  wasm: Wasm,
  network: EagerNetwork,
  batch: Batch,
  step: number,
): TrainingForward {
  const { weights, seed } = network;
  const tape = eagerTape(wasm);
  const tensors = weightTensors(wasm, weights);
  const frozen = new Set(
    network.layers.filter(({ node }) => node.frozen === true).map(({ node }) => node.id),
  );
  for (const [{ node }, tensor] of tensors.ofWeight) if (!frozen.has(node)) tape.watch(tensor);
  const weightOf = new Map([...tensors.ofWeight].map(([weight, tensor]) => [tensor, weight]));
  const movedStatistics: MovedStatistic[] = [];
  const trainingOf = ({ id, frozen = false }: LayerNode): TrainingContext => {
    let draws = 0;
    return {
      ...{ frozen, step },
      moveStatistic(tensor, values) {
        const statistic = weightOf.get(tensor);
        if (statistic === undefined) throw new Error('Only a weight of the network can be moved.');
        movedStatistics.push({ statistic, values });
      },
      randomKey: () => streamKey(seed, `dropout/${id}/${draws++}`),
    };
  };
  const pass = run(wasm, network, batch, tensors.byNode, tape, trainingOf, true);
  return { pass, tape, weights: tensors.ofWeight, movedStatistics };
}

/** Runs the batch forward and backward. Its tensors are left to the caller's scope. */
export function trainingPass(wasm: Wasm, network: EagerNetwork, batch: Batch, step: number): TrainingPass {
  const { pass, tape, weights, movedStatistics } = trainingForward(wasm, network, batch, step);
  const gradients = tape.differentiate(pass.loss);
  return {
    ...pass,
    activationGradients: network.layers.map(({ node }) => {
      const output = pass.outputs.get(node.id);
      return (output && gradients.get(output.id)) ?? null;
    }),
    weightGradients: [...weights]
      .filter(([{ trainable }]) => trainable)
      .map(([weight, tensor]) => {
        const gradient = gradients.get(tensor.id);
        if (gradient === undefined) throw new Error(`No gradient reaches ${weight.node}/${weight.name}.`);
        return { weight, gradient };
      }),
    movedStatistics,
  };
}

/** Runs the batch forward to the main output with the moving statistics and without dropout; nothing is recorded. */
export function evaluationPass(wasm: Wasm, network: EagerNetwork, batch: Batch): ForwardPass<Tensor> {
  const { byNode } = weightTensors(wasm, network.weights);
  const layers = evaluatedLayers(network.layers);
  return run(wasm, { ...network, layers }, batch, byNode, eagerTape(wasm), null, false);
}

/** The same, with a record of what led from each layer's output to the end. */
export function followedEvaluation(
  wasm: Wasm,
  network: EagerNetwork,
  batch: Batch,
): { readonly pass: ForwardPass<Tensor>; readonly tape: EagerTape } {
  const { byNode } = weightTensors(wasm, network.weights);
  const layers = evaluatedLayers(network.layers);
  const tape = eagerTape(wasm);
  return { pass: run(wasm, { ...network, layers }, batch, byNode, tape, null, true), tape };
}

function run(
  wasm: Wasm,
  { layers, imageShape }: EagerNetwork,
  { images, labels, size }: Batch,
  weights: ReadonlyMap<string, Readonly<Record<string, Tensor>>>,
  tape: EagerTape,
  trainingOf: ((layer: LayerNode) => TrainingContext) | null,
  followsOutputs: boolean,
): ForwardPass<Tensor> {
  const { tf } = wasm;
  const inputs = {
    images: tf.tensor(images, [size, ...imageShape], 'float32'),
    labels: tf.tensor(labels, [size], 'int32'),
    weights,
  };
  return forwardPass(layers, inputs, {
    opsOf: (node) => eagerOps({ wasm, tape, training: trainingOf === null ? null : trainingOf(node) }),
    inLayer(node, compute) {
      tape.enter(node);
      return inLayerMemory(wasm.backend, node, compute);
    },
    layerDone(output, { analysis }) {
      if (followsOutputs && (trainingOf === null || analysis.differentiated)) tape.watch(output);
    },
  });
}
