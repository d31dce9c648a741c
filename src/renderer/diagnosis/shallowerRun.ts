import type { ShallowerRun } from '../../network/health/observation';
import type { Run } from '../training/run';

/**
 * The run beside this one, where it is of a network of the same kinds of layers but fewer with kernels, on the same
 * data: what degradation is measured against. Null where it is not.
 */
export function shallowerRun(run: Run, beside: Run | null): ShallowerRun | null {
  if (beside === null || beside.epochs.length === 0) return null;
  const [layers, fewer] = [run, beside].map(({ weightedNodes }) => weightedNodes.length);
  if (layers === undefined || fewer === undefined || fewer >= layers) return null;
  const sameData =
    JSON.stringify(run.document.training.dataset) === JSON.stringify(beside.document.training.dataset);
  if (!sameData || kindsOf(run) !== kindsOf(beside)) return null;
  const epochs = beside.epochs.map(({ epoch, loss }) => ({ epoch, loss }));
  return { name: beside.document.name, layers: fewer, epochs };
}

function kindsOf({ document }: Run): string {
  return [...new Set(document.nodes.map(({ kind }) => kind))].toSorted().join();
}
