import { basename } from 'node:path';
import { readingFault } from '../fileFault';
import { linesOf } from './linesOf';
import { type MetricLine, type MetricLineOf, metricLineSchema } from './metricSchemas';

/** What metrics.jsonl says. */
export interface Metrics {
  /** The lines that count, in the order in which they were written. */
  readonly lines: readonly Exclude<MetricLine, { type: 'torn' }>[];
  /** How the run ended; null where it did not, or was taken up again and has not ended since. */
  readonly end: MetricLineOf<'end'> | null;
  /** Lines that no longer count, for the run was taken up again from a step before theirs. */
  readonly superseded: number;
  /** Lines that can't be read, besides one that a kill cut off. */
  readonly unreadable: number;
  /** A sentence for each kind of damage. */
  readonly damage: readonly string[];
}

/** Far above any training, low enough that a hostile file can't exhaust memory. */
const mostLines = 5_000_000;

/** Reads the file as far as it can be read, and never throws. */
export function readMetrics(path: string): Metrics {
  const lines: MetricLine[] = [];
  const damage: string[] = [];
  let unreadable = 0;
  let firstUnreadable = 0;
  let number = 0;
  let broken = false;
  try {
    for (const { bytes, ended } of linesOf(path)) {
      number++;
      if (number > mostLines) {
        damage.push(`${basename(path)} has more than ${mostLines} lines; only those were read.`);
        break;
      }
      const line = bytes === null ? null : parseMetricLine(bytes);
      // A mark says that the line before it was cut off by a kill, which is no damage.
      if (broken && line?.type !== 'torn') {
        unreadable++;
        firstUnreadable ||= number - 1;
      }
      broken = line === null && ended;
      if (line !== null) lines.push(line);
    }
  } catch (cause) {
    damage.push(`${basename(path)} ${readingFault(cause)}.`);
  }
  if (broken) {
    unreadable++;
    firstUnreadable ||= number;
  }
  if (unreadable > 0) damage.push(describeUnreadable(basename(path), unreadable, firstUnreadable));
  const counting = withoutSuperseded(lines);
  return {
    lines: counting,
    end: endOf(counting),
    superseded: lines.filter(({ type }) => type !== 'torn').length - counting.length,
    unreadable,
    damage,
  };
}

/** Null where the bytes are no line of metrics. */
export function parseMetricLine(bytes: Buffer): MetricLine | null {
  try {
    return metricLineSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

/** How the run ended, if nothing was measured after that. */
function endOf(lines: readonly MetricLine[]): MetricLineOf<'end'> | null {
  const last = lines.findLast(({ type }) => type !== 'torn' && type !== 'checkpoint');
  return last?.type === 'end' ? last : null;
}

/** From the last line to the first, the bound on steps can only fall. */
function withoutSuperseded(lines: readonly MetricLine[]): Exclude<MetricLine, { type: 'torn' }>[] {
  const counting: Exclude<MetricLine, { type: 'torn' }>[] = [];
  let bound = Number.POSITIVE_INFINITY;
  let resumed = false;
  for (const line of lines.toReversed()) {
    if (line.type === 'torn' || (line.type === 'end' && resumed)) continue;
    if (line.type === 'resumed') {
      if (line.fromStep <= bound) counting.push(line);
      bound = Math.min(bound, line.fromStep);
      resumed = true;
    } else if (line.step <= bound) counting.push(line);
  }
  return counting.reverse();
}

function describeUnreadable(name: string, unreadable: number, first: number): string {
  return unreadable === 1
    ? `Line ${first} of ${name} can't be read and is left out.`
    : `${unreadable} lines of ${name} can't be read and are left out; the first is line ${first}.`;
}
