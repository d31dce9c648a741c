import { statSync } from 'node:fs';
import type { JsonNumber } from '../metricLine';
import { linesOf } from './linesOf';
import type { MetricLine, MetricLineOf } from './metricSchemas';
import { parseMetricLine } from './readMetrics';

/** Some hundred lines. */
const tailBytes = 64 * 1024;

/** How far a run came, told from the end of its metrics. */
export interface MetricsTail {
  /** Null where the run has not ended. */
  readonly end: MetricLineOf<'end'> | null;
  readonly step: number | null;
  /** Of the last sampled step. */
  readonly loss: JsonNumber;
  /** 0 to 1: of the last validation, or of the last sampled step where there was none. */
  readonly accuracy: JsonNumber;
}

/** Reads the last lines only, quickly, and never throws. */
export function readMetricsTail(path: string): MetricsTail {
  const lines: Buffer[] = [];
  try {
    for (const { bytes } of linesOf(path, Math.max(0, statSync(path).size - tailBytes)))
      if (bytes !== null) lines.push(bytes);
  } catch {
    // The whole file is read when the run is opened, and says what is wrong with it.
  }
  let reached: MetricLine | undefined;
  let sampled: MetricLineOf<'step'> | undefined;
  let validated: MetricLineOf<'epoch'> | undefined;
  // From the end on, and only what may still be asked for: a folder of runs has a hundred thousand of these lines.
  for (const bytes of lines.toReversed()) {
    if (reached !== undefined && sampled !== undefined && !bytes.includes('"epoch"')) continue;
    const line = parseMetricLine(bytes);
    if (line === null || line.type === 'torn' || line.type === 'checkpoint') continue;
    reached ??= line;
    if (line.type === 'step') sampled ??= line;
    if (line.type === 'epoch' && line.validationAccuracy !== null) validated ??= line;
    if (sampled !== undefined && validated !== undefined) break;
  }
  return {
    end: reached?.type === 'end' ? reached : null,
    step: reached === undefined ? null : stepOf(reached),
    loss: sampled?.loss ?? null,
    accuracy: validated?.validationAccuracy ?? sampled?.accuracy ?? null,
  };
}

function stepOf(line: MetricLine): number | null {
  if (line.type === 'torn') return null;
  return line.type === 'resumed' ? line.fromStep : line.step;
}
