import { analyse } from '../analysis/analyse';
import type { Analysis, Problem } from '../analysis/analysis';
import { withoutParameters } from '../analysis/trainingProblems';
import type { NetworkDocument } from '../graph/document';
import { applyEdit } from '../graph/edits';
import { wire } from '../graph/wiring';
import { connectionProposals } from './connectionProposals';
import { endProposals } from './endProposals';
import { formProposals } from './formProposals';
import { mergeProposals } from './mergeProposals';
import type { Case, Proposals, Remedy } from './remedy';
import { settingProposals } from './settingProposals';
import { trainingProposals } from './trainingProposals';

/** As many as a person chooses from. */
const offered = 3;

/** Those that change settings come before those that change layers, and deleting comes last. */
const proposals: readonly Proposals[] = [
  mergeProposals,
  settingProposals,
  trainingProposals,
  formProposals,
  endProposals,
  connectionProposals,
];

/**
 * Edits that solve a problem, the best first. Each was tried: behind it the problem is gone, and there is no other
 * that wasn't there before, but where nothing could be said yet; even those are avoided where that can be. Takes some
 * analyses, so it is asked for on demand.
 */
export function findRemedies(
  document: NetworkDocument,
  analysis: Analysis,
  problem: Problem,
): readonly Remedy[] {
  const node = document.nodes.find(({ id }) => id === problem.node);
  const of: Case = { document, analysis, wiring: wire(document), problem, node };
  const labels = new Set<string>();
  const clean: Remedy[] = [];
  const uncovering: Remedy[] = [];
  for (const propose of proposals)
    for (const edit of propose(of)) {
      if (clean.length === offered) break;
      if (labels.has(edit.label) || edit.changes.length === 0) continue;
      const after = analyse(applyEdit(document, edit).document);
      const left = newProblems(analysis, after, problem);
      if (left === null) continue;
      labels.add(edit.label);
      (left === 0 ? clean : uncovering).push({ edit, parameters: addedParameters(of, after) });
    }
  return clean.length > 0 ? clean : uncovering.slice(0, offered);
}

/**
 * How many problems come to light at layers of which nothing was known before; null where the problem is still there,
 * or another has come.
 */
export function newProblems(before: Analysis, after: Analysis, problem: Problem): number | null {
  const present = new Set(before.problems.map(nameOf));
  const unknown = (id: string) => before.nodes.get(id)?.outputShape === null;
  const anyUnknown = [...before.nodes.keys()].some(unknown);
  let uncovered = 0;
  for (const other of after.problems) {
    if (nameOf(other) === nameOf(problem)) return null;
    if (present.has(nameOf(other))) continue;
    const { node } = other;
    const allowed =
      node === null
        ? anyUnknown && other.message === withoutParameters(after.totals).message
        : node !== problem.node && unknown(node);
    if (!allowed) return null;
    uncovered += 1;
  }
  return uncovered;
}

/**
 * Parameters of new layers, of the one that had the problem, and of those that have more or fewer now; not of those
 * behind it, which only became known.
 */
function addedParameters({ analysis: before, node }: Case, after: Analysis): number {
  let added = 0;
  for (const [id, { trainable }] of after.nodes) {
    const known = before.nodes.get(id);
    if (known?.outputShape === null && id !== node?.id) continue;
    added += trainable - (known?.trainable ?? 0);
  }
  for (const [id, { trainable }] of before.nodes) if (!after.nodes.has(id)) added -= trainable;
  return added;
}

function nameOf({ severity, node, message }: Problem): string {
  return `${severity} ${node} ${message}`;
}
