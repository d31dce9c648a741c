import { AdviceError } from '../../../../src/engine/adviceError';
import type { ExportForm, ExportSource } from '../../../../src/engine/exporting/exportForm';
import { exportForms } from '../../../../src/engine/exporting/exportForms';
import { analyse } from '../../../../src/network/analysis/analyse';
import { readKerasNetwork } from '../../../../src/network/code/keras/kerasNodes';
import { readPytorchNetwork } from '../../../../src/network/code/pytorch/pytorchNodes';
import type { NetworkDocument } from '../../../../src/network/graph/document';
import { livelyWeights } from '../../../parity/cases/livelyWeights';
import { type Compatibility, type CompatibilityColumn, exact } from './compatibility';

/** A column for each form in which a network leaves. */
export const exportColumns: readonly CompatibilityColumn[] = exportForms.flatMap((form) =>
  form.weightsAlone === true
    ? []
    : [{ heading: `to \`${form.id}\``, of: (document) => leaving(form, document) }],
);

async function leaving(form: ExportForm, document: NetworkDocument): Promise<Compatibility> {
  try {
    await form.files(exportSource(document));
  } catch (error) {
    if (error instanceof AdviceError) return { level: 'no', reasons: [error.message] };
    throw error;
  }
  const differs = differenceIn(form, document);
  return differs === undefined ? exact : { level: 'approximate', reasons: [differs] };
}

export function exportSource(document: NetworkDocument): ExportSource {
  const weights = livelyWeights(document);
  return { document, analysis: analyse(document), weights, weightsText: 'as first drawn' };
}

/** What the kind of the layer says of itself where the form trains on. */
function differenceIn({ trainsIn }: ExportForm, document: NetworkDocument): string | undefined {
  const analysis = analyse(document);
  const nodes =
    trainsIn === 'keras'
      ? readKerasNetwork(document, analysis).nodes
      : trainsIn === 'pytorch'
        ? readPytorchNetwork(document, analysis).nodes
        : [];
  return nodes.find(({ node }) => node.id === 'layer')?.layer.differs;
}
