import { AdviceError } from '../../../../src/engine/adviceError';
import type { ExportForm } from '../../../../src/engine/exporting/exportForm';
import { exportForms } from '../../../../src/engine/exporting/exportForms';
import type { ImportResult } from '../../../../src/engine/importing/importedNetwork';
import type { NetworkDocument } from '../../../../src/network/graph/document';
import { layerKind } from '../../../../src/network/layers/registry';
import { lenet5 } from '../../../../src/network/templates/lenet5';
import { type Compatibility, type CompatibilityColumn, exact } from './compatibility';
import { exportSource } from './exportColumns';
import { modelIn, reimported } from './reimported';

/** A column for each form that can be read too: what becomes of a network that is exported and imported again. */
export async function returnColumns(): Promise<readonly CompatibilityColumn[]> {
  const columns: CompatibilityColumn[] = [];
  for (const form of exportForms) {
    const model = modelIn(await form.files(exportSource(lenet5.create({}))));
    if (form.weightsAlone !== true && model !== undefined)
      columns.push({ heading: `from \`${form.id}\``, of: (document) => returning(form, document) });
  }
  return columns;
}

async function returning(form: ExportForm, document: NetworkDocument): Promise<Compatibility> {
  try {
    return judge(document, await reimported(await form.files(exportSource(document))));
  } catch (error) {
    if (error instanceof AdviceError) return { level: 'no', reasons: [error.message] };
    throw error;
  }
}

function judge(before: NetworkDocument, result: ImportResult): Compatibility {
  if ('problem' in result) return { level: 'no', reasons: [result.problem.message] };
  if (result.notes.length > 0) return { level: 'no', reasons: result.notes.map(withoutPlace) };
  const [old, now] = [before, result.document].map(({ nodes }) => nodes.map(({ kind }) => kind));
  const missing = without(old ?? [], now ?? []);
  const added = without(now ?? [], old ?? []);
  if (missing.length === 0 && added.length === 0) return exact;
  if (added.length === 0) return { level: 'approximate', reasons: ['It is left out: it changes no answer.'] };
  const names = [...new Set(added)].map((kind) => layerKind(kind).label).join(', ');
  return { level: 'approximate', reasons: [`It comes back as: ${names}.`] };
}

/** "Op `Dot` has no layer here" without where in the network that is. */
function withoutPlace(note: string): string {
  return note.replace(/ at \S+ has /, ' has ');
}

/** What is in the first list more often than in the second. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return list.filter((item) => {
    const place = left.indexOf(item);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}
