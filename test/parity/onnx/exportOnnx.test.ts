import fc from 'fast-check';
import { describe, test } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { datasetFacts } from '../../../src/network/datasets/datasetFacts';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { layerKinds } from '../../../src/network/layers/registry';
import { elementCount, type Shape } from '../../../src/network/layers/shape';
import { trainableNetworks } from '../../unit/analysis/trainableNetworks';
import { noiseBatch } from '../cases/batches';
import { buildNetwork } from '../cases/buildNetwork';
import { graphExecutor } from '../cases/executors';
import { expectPredictions } from '../cases/expectPredictions';
import { casesOf } from '../cases/layerCases';
import { livelyWeights } from '../cases/livelyWeights';
import { networkAround } from '../cases/networkAround';
import { imageShapeOf, reducedTemplates } from '../cases/reducedTemplates';
import { predictWithOnnx } from './onnxSession';

const batchSize = 3;
const executor = graphExecutor();

/** onnxruntime's predictions of the exported network equal the engine's, to a thousandth of the largest. */
async function compare(document: NetworkDocument, imageShape: Shape): Promise<void> {
  const weights = livelyWeights(document);
  const batch = noiseBatch(imageShape, batchSize, 2);
  const scoring = executor.createScoring(document);
  try {
    scoring.writeWeights(weights);
    const expected = scoring.predictions(batch);
    const found = await predictWithOnnx(document, weights, batch, imageShape);
    expectPredictions(found, expected);
  } finally {
    scoring.dispose();
  }
}

/** A new kind is found here by itself. */
describe.each(layerKinds.map((kind) => [kind.kind, kind] as const))('%s', (_name, kind) => {
  test.each(casesOf(kind).map((layerCase) => [layerCase.title, layerCase] as const))(
    'answers in onnxruntime as in the engine: %s',
    async (_title, layerCase) => {
      const document = networkAround(kind, layerCase, {});
      await compare(document, imageShapeOf(document));
    },
  );
});

test.each(reducedTemplates.map((document) => [document.name, document] as const))(
  '%s answers in onnxruntime as in the engine',
  (_name, document) => compare(document, imageShapeOf(document)),
);

test('any network that trains answers in onnxruntime as in the engine', async () => {
  await fc.assert(
    fc.asyncProperty(trainableNetworks, async ({ document }) => {
      const { nodes, totals } = analyse(document);
      const values = [...nodes.values()].map(({ outputShape }) => elementCount(outputShape ?? []));
      fc.pre(values.reduce((sum, count) => sum + count, totals.trainable) < 100_000);
      await compare(document, datasetFacts(document.training.dataset).imageShape);
    }),
    { numRuns: 100, interruptAfterTimeLimit: 8000, endOnFailure: true },
  );
}, 60_000);

test('turned axes are not carried into a bilinear upsampling of both', async () => {
  const document = buildNetwork([
    { id: 'input', kind: 'input', config: { height: 1, width: 5, channels: 3 } },
    { id: 'norm', kind: 'layerNorm', config: { axes: 'channels' } },
    { id: 'permute', kind: 'permute', config: { order: 'chw' } },
    {
      id: 'upsampling',
      kind: 'upsampling2d',
      config: { factors: [3, 4], interpolation: 'bilinear' },
    },
    { id: 'flatten', kind: 'flatten' },
    { id: 'fc', kind: 'dense', config: { units: 3 } },
    { id: 'output', kind: 'output' },
  ]);
  await compare(document, imageShapeOf(document));
});
