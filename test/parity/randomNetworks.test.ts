import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeing } from '../../src/engine/eager/heap';
import { loadWasm } from '../../src/engine/eager/loadWasm';
import { evaluationPass } from '../../src/engine/eager/training/eagerPass';
import { createWeights } from '../../src/engine/eager/training/eagerWeights';
import { trainedLayers } from '../../src/engine/execution/trainedLayers';
import { analyse } from '../../src/network/analysis/analyse';
import type { Analysis } from '../../src/network/analysis/analysis';
import { datasetFacts } from '../../src/network/datasets/datasetFacts';
import type { NetworkDocument } from '../../src/network/graph/document';
import { elementCount } from '../../src/network/layers/shape';
import { alteredNetworks } from '../unit/analysis/alteredNetworks';
import { trainableNetworks } from '../unit/analysis/trainableNetworks';
import { noiseBatch } from './cases/batches';
import { type ExecutorKind, executorKinds, withExecutor } from './cases/executors';

const wasm = await loadWasm();
const kinds = await executorKinds();
const batchSize = 3;
/** Values of one example and weights together that a network may have here, for the sake of time. */
const largestNetwork = 100_000;

/** Networks that are made to train, and those that still do after they were altered. */
const networks = fc.oneof(
  trainableNetworks.map(({ document }) => document),
  alteredNetworks.filter((document) => analyse(document).trains),
);

test('any network that is said to train builds, and takes a step with finite gradients', () => {
  let steps = 0;
  fc.assert(
    fc.property(networks, (document) => {
      const analysis = analyse(document);
      fc.pre(sizeOf(analysis) < largestNetwork);
      expectShapes(document, analysis);
      for (const kind of kinds) expectStep(kind, document);
      steps++;
    }),
    { numRuns: 400, interruptAfterTimeLimit: 8000, endOnFailure: true },
  );
  expect(steps).toBeGreaterThan(10);
}, 60_000);

function sizeOf({ nodes, totals }: Analysis): number {
  const values = [...nodes.values()].map(({ outputShape }) => elementCount(outputShape ?? []));
  return values.reduce((sum, count) => sum + count, totals.trainable);
}

function batchFor({ training }: NetworkDocument) {
  const { imageShape, classes } = datasetFacts(training.dataset);
  return noiseBatch(imageShape, batchSize, classes);
}

function expectStep(kind: ExecutorKind, document: NetworkDocument): void {
  const batch = batchFor(document);
  withExecutor(kind, document, (executor) => {
    expect(executor.evaluate(batch).loss, `${kind.name}: loss in evaluation`).toSatisfy(Number.isFinite);
    const result = executor.step(batch, { learningRate: 0.01, step: 0, telemetry: true });
    const place = result.finite ? null : executor.findNonFinite(batch, 0);
    expect(place, `${kind.name}: what is not finite`).toBeNull();
    expect(result.finite, kind.name).toBe(true);
    expect(result.loss, `${kind.name}: loss`).toSatisfy(Number.isFinite);
    const { weightGradientNorms = new Float32Array() } = result.telemetry ?? {};
    expect(weightGradientNorms.length).toBe(executor.weights.length);
    expect(weightGradientNorms.every(Number.isFinite), `${kind.name}: gradients`).toBe(true);
  });
}

/** Every layer gives a tensor of the shape that the analysis says. */
function expectShapes(document: NetworkDocument, analysis: Analysis): void {
  const layers = trainedLayers(document, analysis);
  const weights = createWeights(layers, analysis, 1, []);
  const batch = batchFor(document);
  const { imageShape } = datasetFacts(document.training.dataset);
  freeing(wasm, () => {
    const { outputs } = evaluationPass(wasm, { layers, weights, imageShape, seed: 1 }, batch);
    for (const { node, analysis: known } of layers)
      expect(outputs.get(node.id)?.shape, node.id).toEqual([batchSize, ...(known.outputShape ?? [])]);
  });
}
