import type { RunSummary } from '../../protocol/runMessages';
import { nameOf } from './runFilter';

/** Names of runs side by side: those that share one are numbered from the earliest on, "LeNet-5 (2)". */
export function distinctNames(runs: readonly RunSummary[]): readonly string[] {
  return runs.map((run) => {
    const name = nameOf(run);
    const same = runs.filter((other) => nameOf(other) === name);
    if (same.length === 1) return name;
    const earlier = same.filter((other) => begins(other) < begins(run)).length;
    return `${name} (${earlier + 1})`;
  });
}

/** By the time, and by the folder where runs began at the same moment. */
function begins({ startedAt, folder }: RunSummary): string {
  return `${startedAt} ${folder}`;
}
