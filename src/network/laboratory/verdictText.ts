import type { Summary } from './summaries';

/** The most frequent verdict on the first step, and how many seeds have it where not all do. */
export function verdictText({ verdicts, done }: Pick<Summary, 'verdicts' | 'done'>): string {
  const [first] = verdicts;
  if (done === 0) return '–';
  if (first === undefined) return 'none';
  return first.count === done ? first.kind : `${first.kind} (${first.count} of ${done})`;
}
