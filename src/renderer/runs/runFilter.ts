import type { RunSummary } from '../../protocol/runMessages';

export type RunColumn = 'name' | 'startedAt' | 'state' | 'step' | 'loss' | 'accuracy' | 'bytes';

export interface RunFilter {
  /** Words that must all be found in name, network, tags or notes; case counts for nothing. */
  readonly text: string;
  /** Null for all. */
  readonly tag: string | null;
  readonly state: RunSummary['state'] | null;
  /** Whether trials of the laboratory are listed: none, all, or those of an experiment alone. */
  readonly trials: 'none' | 'all' | { readonly of: string };
  readonly column: RunColumn;
  readonly ascending: boolean;
}

/** The latest run first. */
export const everyRun: RunFilter = {
  text: '',
  tag: null,
  state: null,
  trials: 'none',
  column: 'startedAt',
  ascending: false,
};

/** The name that a person gave, or else the network's. */
export function nameOf({ notes, name }: RunSummary): string {
  return notes.title === '' ? name : notes.title;
}

/** The runs that a filter lets through, in its order; runs without a value come last either way. */
export function filterRuns(runs: readonly RunSummary[], filter: RunFilter): readonly RunSummary[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return runs
    .filter(({ experiment }) => isListed(experiment, filter.trials))
    .filter(({ notes, state }) => {
      return (filter.tag === null || notes.tags.includes(filter.tag)) && (filter.state ?? state) === state;
    })
    .filter((run) => {
      const { notes, name, folder } = run;
      const text = [notes.title, name, ...notes.tags, notes.remark, folder].join('\n').toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted((one, other) => compare(one, other, filter));
}

function isListed(experiment: string | null, trials: RunFilter['trials']): boolean {
  if (trials === 'all') return true;
  return trials === 'none' ? experiment === null : experiment === trials.of;
}

/** Experiments of which there are trials, by the alphabet of their ids. */
export function experimentsOf(runs: readonly RunSummary[]): readonly string[] {
  return [...new Set(runs.flatMap(({ experiment }) => experiment ?? []))].sort();
}

function compare(one: RunSummary, other: RunSummary, { column, ascending }: RunFilter): number {
  const [left, right] = [cellOf(one, column), cellOf(other, column)];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const order =
    typeof left === 'number' && typeof right === 'number'
      ? left - right
      : String(left).localeCompare(String(right), 'en', { sensitivity: 'base', numeric: true });
  return ascending ? order : -order;
}

function cellOf(run: RunSummary, column: RunColumn): string | number | null {
  if (column === 'name') return nameOf(run);
  if (column === 'startedAt') return Date.parse(run.startedAt);
  return run[column];
}

/** All tags there are, by the alphabet. */
export function tagsOf(runs: readonly RunSummary[]): readonly string[] {
  const tags = new Set(runs.flatMap(({ notes }) => notes.tags));
  return [...tags].sort((one, other) => one.localeCompare(other, 'en'));
}
