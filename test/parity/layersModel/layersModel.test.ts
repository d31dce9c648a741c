import { describe, expect, test } from 'vitest';
import { functionalModel, type ModelLayer } from '../../../src/engine/keras/functionalModel';
import { layersModelFiles } from '../../../src/engine/layersModel/layersModelFiles';
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
import { openLayersModel, predict, weightCounts } from './layersModelSession';

const native = graphExecutor();

/** The exported model has the engine's predictions, and as many weights in each layer. */
async function compare(document: NetworkDocument): Promise<void> {
  const imageShape = imageShapeOf(document);
  const weights = livelyWeights(document);
  const batch = noiseBatch(imageShape, 2, 2);
  const scoring = native.createScoring(document);
  try {
    scoring.writeWeights(weights);
    const model = await openLayersModel(layersModelFiles(document, analyse(document), weights));
    try {
      expectPredictions(predict(model, batch, imageShape), scoring.predictions(batch));
      const layers = functionalModel(document, analyse(document), weights).layers.filter(
        (layer) => layer.weights.length > 0,
      );
      const counts = weightCounts(
        model,
        layers.map(({ name }) => name),
      );
      expect([...counts.keys()].sort()).toEqual(layers.map(({ name }) => name).sort());
      for (const layer of layers)
        if (!hasZeros(layer))
          expect([layer.name, counts.get(layer.name)]).toEqual([layer.name, countOf(layer)]);
    } finally {
      model.dispose();
    }
  } finally {
    scoring.dispose();
  }
}

function countOf({ weights }: ModelLayer): number {
  return weights.reduce((sum, { values }) => sum + values.length, 0);
}

/** Kernels that are written out with zeros between their weights, as docs/models.md says. */
function hasZeros({ className, arguments: settings }: ModelLayer): boolean {
  return (
    className === 'TableConv2D' ||
    (className === 'DepthwiseConv2D' && settings['dilation_rate'] !== undefined)
  );
}

/** A new kind is found here by itself. */
describe.each(layerKinds.map((kind) => [kind.kind, kind] as const))('%s', (_name, kind) => {
  test.each(casesOf(kind).map((layerCase) => [layerCase.title, layerCase] as const))(
    'answers in TensorFlow.js as in the engine: %s',
    (_title, layerCase) => compare(networkAround(kind, layerCase, {})),
  );
});

/** Deeper ones of a make, whose blocks are the same as those of the shallower ones. */
const deeper = /-(101|152)$/;

test.each(
  reducedTemplates
    .filter(({ name }) => !deeper.test(name))
    .map((document) => [document.name, document] as const),
)('%s answers in TensorFlow.js as in the engine', (_name, document) => compare(document));
