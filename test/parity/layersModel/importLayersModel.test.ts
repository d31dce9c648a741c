import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { ImportedNetwork } from '../../../src/engine/importing/importedNetwork';
import { importFile } from '../../../src/engine/importing/importFile';
import { layersModelFiles } from '../../../src/engine/layersModel/layersModelFiles';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { layerKinds } from '../../../src/network/layers/registry';
import { trainableNetworks } from '../../unit/analysis/trainableNetworks';
import { noiseBatch } from '../cases/batches';
import { type ExecutorKind, eagerExecutor, graphExecutor } from '../cases/executors';
import { expectPredictions } from '../cases/expectPredictions';
import { casesOf } from '../cases/layerCases';
import { livelyWeights, type WeightValues } from '../cases/livelyWeights';
import { networkAround } from '../cases/networkAround';
import { networkDifferences } from '../cases/networkDifferences';
import { imageShapeOf, reducedTemplates } from '../cases/reducedTemplates';

const native = graphExecutor();
/** For random networks: oneDNN refuses some convolutions of a few values that no template has. */
const wasm = await eagerExecutor();
const folder = mkdtempSync(join(tmpdir(), 'layerwise-layers-models-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function reimported(document: NetworkDocument, weights: WeightValues): Promise<ImportedNetwork> {
  for (const [name, content] of layersModelFiles(document, analyse(document), weights))
    writeFileSync(join(folder, name), content);
  const network = await importFile(join(folder, 'model.json'));
  if ('problem' in network) throw new Error(network.problem.message);
  return network;
}

function predictionsOf(
  executor: ExecutorKind,
  document: NetworkDocument,
  weights: WeightValues,
): Float32Array {
  const scoring = executor.createScoring(document);
  try {
    scoring.writeWeights(weights);
    return Float32Array.from(scoring.predictions(noiseBatch(imageShapeOf(document), 2, 2)));
  } finally {
    scoring.dispose();
  }
}

/** Kinds that TensorFlow.js lacks, or has with fewer settings: they come back as layers that answer the same. */
const otherwise: ReadonlySet<string> = new Set([
  ...['adaptiveAveragePool2d', 'conv2d', 'depthwiseConv2d', 'flatten', 'scale', 'separableConv2d'],
  ...['shortcutPad', 'spatialDropout2d', 'stochasticDepth', 'tableConv2d', 'trainableSubsample'],
]);
/** Those of them that are written in TensorFlow.js's slices and reshapes of features, which no layer here stands for. */
const withGaps: ReadonlySet<string> = new Set([
  ...['adaptiveAveragePool2d', 'averagePool2d', 'conv2d', 'groupNorm', 'maxPool2d', 'rbf'],
]);

/** What is read is the same network, or one that answers the same; what is not read is named. */
async function compare(document: NetworkDocument, executor = native): Promise<void> {
  const weights = livelyWeights(document);
  const network = await reimported(document, weights);
  const differences = networkDifferences(document, weights, network);
  if (differences.length === 0) {
    expect(network.notes).toEqual([]);
    return;
  }
  const kinds = document.nodes.map(({ kind }) => kind);
  if (network.notes.length > 0) {
    expect(
      kinds.filter((kind) => withGaps.has(kind)),
      differences.join('\n').slice(0, 2000),
    ).not.toEqual([]);
    for (const note of network.notes) expect(note).toMatch(/^Op `\w+` at \S+ has no layer here: /);
    return;
  }
  expect(
    kinds.filter((kind) => otherwise.has(kind)),
    differences.join('\n').slice(0, 2000),
  ).not.toEqual([]);
  expectPredictions(
    predictionsOf(executor, network.document, network.weights),
    predictionsOf(executor, document, weights),
  );
}

/** A new kind is found here by itself. */
describe.each(layerKinds.map((kind) => [kind.kind, kind] as const))('%s', (_name, kind) => {
  test.each(casesOf(kind).map((layerCase) => [layerCase.title, layerCase] as const))(
    'comes back from TensorFlow.js: %s',
    (_title, layerCase) => compare(networkAround(kind, layerCase, {})),
  );
});

/** One of each make. */
const few = /^(lenet-5|alexnet|vgg-11|resnet-20-cifar|googlenet)$/;

test.each(
  reducedTemplates.filter(({ name }) => few.test(name)).map((document) => [document.name, document] as const),
)('%s comes back from TensorFlow.js', (_name, document) => compare(document));

test('frozen layers come back frozen', async () => {
  const [document] = reducedTemplates.filter(({ name }) => name === 'lenet-5');
  if (document === undefined) throw new Error('There is no LeNet-5.');
  const frozen = document.nodes.map((node) => (node.id === 'conv1' ? { ...node, frozen: true } : node));
  const weights = livelyWeights(document);
  const changed = { ...document, nodes: frozen };
  expect(networkDifferences(changed, weights, await reimported(changed, weights))).toEqual([]);
});

test('any network that trains comes back from TensorFlow.js', async () => {
  await fc.assert(
    fc.asyncProperty(trainableNetworks, ({ document }) => compare(document, wasm)),
    { numRuns: 40, interruptAfterTimeLimit: 4000, endOnFailure: true },
  );
}, 60_000);
