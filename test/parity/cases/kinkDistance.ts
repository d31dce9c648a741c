import { floats, freeing } from '../../../src/engine/eager/heap';
import type { Wasm } from '../../../src/engine/eager/loadWasm';
import { trainingPass } from '../../../src/engine/eager/training/eagerPass';
import { createWeights } from '../../../src/engine/eager/training/eagerWeights';
import { writeGroup } from '../../../src/engine/eager/training/valueGroup';
import { trainedLayers } from '../../../src/engine/execution/trainedLayers';
import type { Batch } from '../../../src/engine/trainingExecutor';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';

/**
 * How near to 0 the nearest input of any ReLU lies in a training step, with these weights. There the gradient jumps:
 * rounding that carries one input past 0 changes the gradients of the layers before it by a part in a thousand.
 */
export function kinkDistance(
  wasm: Wasm,
  document: NetworkDocument,
): (values: ReadonlyMap<string, Float32Array>, batch: Batch) => number {
  const analysis = analyse(document);
  const layers = trainedLayers(document, analysis);
  const { seed } = document.training;
  const weights = createWeights(layers, analysis, seed, []);
  const imageShape = layers.find(({ kind }) => kind.inputs === 'none')?.analysis.outputShape ?? [];
  const fedToRelu = layers.filter(({ kind }) => kind.kind === 'relu').flatMap(({ inputs }) => inputs);
  return (values, batch) => {
    writeGroup(new Map(weights.map((weight) => [`${weight.node}/${weight.name}`, weight.values])), values);
    return freeing(wasm, () => {
      const { outputs } = trainingPass(wasm, { layers, weights, imageShape, seed }, batch, 0);
      const distances = fedToRelu.map((id) => {
        const output = outputs.get(id);
        if (output === undefined) throw new Error(`${id} has no output.`);
        return floats(wasm, output).reduce(
          (least, value) => Math.min(least, Math.abs(value)),
          Number.POSITIVE_INFINITY,
        );
      });
      return Math.min(...distances);
    });
  };
}
