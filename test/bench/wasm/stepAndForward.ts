import { createEagerExecutor, createEagerNetwork } from '../../../src/engine/eager/eagerExecutor';
import { freeing } from '../../../src/engine/eager/heap';
import type { Wasm } from '../../../src/engine/eager/loadWasm';
import { trainingForward } from '../../../src/engine/eager/training/eagerPass';
import { randomStream } from '../../../src/engine/randomStreams';
import type { Batch } from '../../../src/engine/trainingExecutor';
import { analyse } from '../../../src/network/analysis/analyse';
import { templates } from '../../../src/network/templates/templates';

/** What is measured of one network at one batch size: the step without telemetry, and its forward pass alone. */
export interface StepAndForward {
  step(): void;
  forward(): void;
}

/** A template with its default settings, on made-up images. */
export function stepAndForward(wasm: Wasm, templateId: string, size: number): StepAndForward {
  const template = templates.find(({ id }) => id === templateId);
  if (template === undefined) throw new Error(`No template has the id "${templateId}".`);
  const document = template.create();
  const analysis = analyse(document);
  const executor = createEagerExecutor(wasm, document, analysis);
  const network = createEagerNetwork(document, analysis);
  const batch = syntheticBatch(network.imageShape, size, executor.nodes.at(-1)?.outputShape[0] ?? 0);
  return {
    step: () => void executor.step(batch, { learningRate: 1e-4, step: 0, telemetry: false }),
    forward: () => freeing(wasm, () => void trainingForward(wasm, network, batch, 0)),
  };
}

function syntheticBatch(imageShape: readonly number[], size: number, classes: number): Batch {
  const random = randomStream(1, 'bench');
  const length = imageShape.reduce((product, extent) => product * extent, size);
  return {
    images: Float32Array.from({ length }, () => random.normal()),
    labels: Int32Array.from({ length: size }, () => random.integerBelow(classes)),
    size,
  };
}
