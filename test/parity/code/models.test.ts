import { beforeAll, expect, test } from 'vitest';
import { kerasFileForm } from '../../../src/engine/exporting/kerasFileForm';
import { savedModelForm } from '../../../src/engine/exporting/savedModelForm';
import { functionalModel } from '../../../src/engine/keras/functionalModel';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { layerKinds } from '../../../src/network/layers/registry';
import { noiseBatch } from '../cases/batches';
import { graphExecutor } from '../cases/executors';
import { expectPredictions } from '../cases/expectPredictions';
import { casesOf } from '../cases/layerCases';
import { livelyWeights } from '../cases/livelyWeights';
import { networkAround } from '../cases/networkAround';
import { imageShapeOf, reducedTemplates } from '../cases/reducedTemplates';
import { askModels, type ModelCase, type ModelFindings } from './modelPeer';

/** `npm run check:code` compares all templates and every option of every kind, in both forms. */
const whole = process.env['LAYERWISE_FULL_SIZE'] === '1';
/** Its READMEs are followed: it has a layer that Keras lacks. */
const followed = 'alexnet';
const few = [followed, 'lenet-5-original', 'resnet-18'];

/** Every kind in a network of its own. SavedModels hold operations that the engine itself computes with. */
const kinds = layerKinds.flatMap((kind) =>
  (whole ? casesOf(kind) : casesOf(kind).slice(0, 1)).map((layerCase): NetworkDocument => {
    const name = `${kind.kind}: ${layerCase.title}, ${layerCase.inputs.join(' and ')}`;
    return { ...networkAround(kind, layerCase, {}), name };
  }),
);
const networks = reducedTemplates.filter(({ name }) => whole || few.includes(name));
const cases = [
  ...[...networks, ...kinds].map((document) => ({ form: kerasFileForm, document })),
  ...[...networks, ...(whole ? kinds : [])].map((document) => ({ form: savedModelForm, document })),
].map(
  ({ form, document }): ModelCase => ({
    form,
    document,
    weights: livelyWeights(document),
    batch: noiseBatch(imageShapeOf(document), 2, 2),
    followed: document.name === followed,
  }),
);
const found = new Map<ModelCase, ModelFindings>();

// One process in Python for all: it takes longer to start than most models take.
beforeAll(
  async () => {
    const results = await askModels(cases);
    for (const [index, result] of results.entries()) {
      const one = cases[index];
      if (one !== undefined) found.set(one, result);
    }
  },
  whole ? 1_800_000 : 300_000,
);

test.each(cases.map((one) => [one.form.id, one.document.name, one] as const))(
  'as %s, %s has the engine’s predictions and numbers of weights',
  (_form, _name, one) => {
    const result = found.get(one);
    if (result === undefined || 'error' in result) throw new Error(result?.error ?? 'Python gave no result.');
    expectPredictions(result.predictions, engineOf(one));
    if (one.form === kerasFileForm) expect(result.counts).toEqual(countsOf(one.document, one.weights));
    if (one.followed) expect(result.answer).toBe(String(answerToZeros(one)));
  },
);

/** The class that the engine sees in an image of zeros. */
function answerToZeros(one: ModelCase): number {
  const images = new Float32Array(one.batch.images.length / one.batch.size);
  const predictions = engineOf({ ...one, batch: { images, labels: Int32Array.of(0), size: 1 } });
  return predictions.indexOf(Math.max(...predictions));
}

function engineOf({ document, weights, batch }: ModelCase): Float32Array {
  const scoring = graphExecutor().createScoring(document);
  try {
    scoring.writeWeights(weights);
    return scoring.predictions(batch);
  } finally {
    scoring.dispose();
  }
}

/** Weights of each layer in Keras that has some. */
function countsOf(
  document: NetworkDocument,
  weights: ModelCase['weights'],
): Readonly<Record<string, number>> {
  const { layers } = functionalModel(document, analyse(document), weights);
  const counts = layers.map(({ name, weights: own }): [string, number] => [
    name,
    own.reduce((sum, { values }) => sum + values.length, 0),
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
