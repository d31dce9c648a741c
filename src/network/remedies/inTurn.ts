import type { NetworkDocument } from '../graph/document';
import { applyEdit, type Change, type Edit } from '../graph/edits';
import type { LayerProblem } from '../layers/defineLayer';

/** One step of several: planned for the document that the steps before it leave. */
export type Step = (document: NetworkDocument) => Edit | LayerProblem;

/** Several edits as one, or none where one of them is refused. */
export function inTurn(document: NetworkDocument, label: string, steps: readonly Step[]): readonly Edit[] {
  let changed = document;
  const changes: Change[] = [];
  for (const step of steps) {
    const edit = step(changed);
    if (!('changes' in edit)) return [];
    changed = applyEdit(changed, edit).document;
    changes.push(...edit.changes);
  }
  return changes.length === 0 ? [] : [{ label, changes }];
}
