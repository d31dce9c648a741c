import { expect, test } from 'vitest';
import type { ExportForm } from '../../../src/engine/exporting/exportForm';
import { exportForms } from '../../../src/engine/exporting/exportForms';
import { exportSource } from '../../../src/engine/exporting/exportSource';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { layerKinds } from '../../../src/network/layers/registry';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { noiseBatch } from '../cases/batches';
import { graphExecutor } from '../cases/executors';
import { expectPredictions } from '../cases/expectPredictions';
import { casesOf } from '../cases/layerCases';
import { livelyWeights, type WeightValues } from '../cases/livelyWeights';
import { networkAround } from '../cases/networkAround';
import { imageShapeOf } from '../cases/reducedTemplates';
import { modelIn, reimported } from '../cases/reimported';

const executor = graphExecutor();

function predictionsOf(document: NetworkDocument, weights: WeightValues): Float32Array {
  const scoring = executor.createScoring(document);
  try {
    scoring.writeWeights(weights);
    return Float32Array.from(scoring.predictions(noiseBatch(imageShapeOf(document), 3, 2)));
  } finally {
    scoring.dispose();
  }
}

/** Whether a network comes back without a gap; where it does, it must predict the same. */
async function comesBack(form: ExportForm, document: NetworkDocument): Promise<boolean> {
  const weights = livelyWeights(document);
  const source = { document, analysis: analyse(document), weights, weightsText: 'moved off 0 and 1' };
  const imported = await reimported(await form.files(source));
  if ('problem' in imported || imported.notes.length > 0) return false;
  expectPredictions(predictionsOf(imported.document, imported.weights), predictionsOf(document, weights));
  return true;
}

const first = exportSource(lenet5.create({}), undefined);
const readable: ExportForm[] = [];
// ONNX has this test, with more in it, among its own.
for (const form of exportForms)
  if (form.id !== 'onnx' && modelIn(await form.files(first)) !== undefined) readable.push(form);

test.each(readable.map((form) => [form.id, form] as const))(
  'networks around each kind of layer that come back from %s predict the same',
  async (_id, form) => {
    let whole = 0;
    for (const kind of layerKinds)
      for (const layerCase of casesOf(kind))
        if (await comesBack(form, networkAround(kind, layerCase, {}))) whole += 1;
    // docs/compatibility.md lists the kinds that leave gaps.
    expect(whole).toBeGreaterThan(100);
  },
  120_000,
);
