import { describe, expect, test } from 'vitest';
import { evaluatedLayers, trainedLayers } from '../../../src/engine/execution/trainedLayers';
import type { ImportedNetwork } from '../../../src/engine/importing/importedNetwork';
import { exportOnnx } from '../../../src/engine/onnx/exportOnnx';
import { importOnnx } from '../../../src/engine/onnx/importing/importOnnx';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { layerKinds } from '../../../src/network/layers/registry';
import { elementCount } from '../../../src/network/layers/shape';
import { noiseBatch } from '../cases/batches';
import { graphExecutor } from '../cases/executors';
import { casesOf } from '../cases/layerCases';
import { livelyWeights, type WeightValues } from '../cases/livelyWeights';
import { networkAround } from '../cases/networkAround';
import { imageShapeOf, reducedTemplates } from '../cases/reducedTemplates';

const executor = graphExecutor();

/** A table of connections is a full kernel with zeros in ONNX, and comes back as that. */
const kindsThatWiden = ['tableConv2d'];

function reimported(document: NetworkDocument, weights: WeightValues): ImportedNetwork {
  const imported = importOnnx(exportOnnx(document, analyse(document), weights), 'imported');
  if ('problem' in imported) throw new Error(imported.problem.message);
  return imported;
}

function predictionsOf(document: NetworkDocument, weights: WeightValues): Float32Array {
  const scoring = executor.createScoring(document);
  try {
    scoring.writeWeights(weights);
    return Float32Array.from(scoring.predictions(noiseBatch(imageShapeOf(document), 3, 2)));
  } finally {
    scoring.dispose();
  }
}

/** A network that was exported and imported again has as many weights, and predicts the same. */
function compare(document: NetworkDocument): void {
  const weights = livelyWeights(document);
  const imported = reimported(document, weights);
  expect(imported.notes).toEqual([]);
  expect(parseProject(serialiseProject(imported.document))).not.toHaveProperty('problem');
  expect(analyse(imported.document).trains).toBe(true);
  if (!document.nodes.some(({ kind }) => kindsThatWiden.includes(kind)))
    expect(countOf(imported.document)).toBe(countOf(document));
  const expected = predictionsOf(document, weights);
  const found = predictionsOf(imported.document, imported.weights);
  expect(found).toHaveLength(expected.length);
  const largest = expected.reduce((bound, value) => Math.max(bound, Math.abs(value)), 0);
  for (const [at, value] of expected.entries())
    expect(Math.abs(value - (found[at] ?? 0))).toBeLessThanOrEqual(1e-3 * largest);
}

/** Numbers in the weights of the layers that lead to the main Output, which are those that are exported. */
function countOf(document: NetworkDocument): number {
  const layers = evaluatedLayers(trainedLayers(document, analyse(document)));
  const shapes = layers.flatMap(({ analysis }) => analysis.weights.map(({ shape }) => shape));
  return shapes.reduce((sum, shape) => sum + elementCount(shape), 0);
}

describe.each(layerKinds.map((kind) => [kind.kind, kind] as const))('%s', (_name, kind) => {
  test.each(casesOf(kind).map((layerCase) => [layerCase.title, layerCase] as const))(
    'comes back from ONNX: %s',
    (_title, layerCase) => compare(networkAround(kind, layerCase, {})),
  );
});

test.each(reducedTemplates.map((document) => [document.name, document] as const))(
  '%s comes back from ONNX',
  (_name, document) => compare(document),
);
