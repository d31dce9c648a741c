import { statSync } from 'node:fs';
import type { JsonNumber } from '../metricLine';
import { linesOf } from './linesOf';
import type { MetricLine, MetricLineOf } from './metricSchemas';
import { endOf, parseMetricLine } from './readMetrics';

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
  const lines: MetricLine[] = [];
  try {
    for (const { bytes } of linesOf(path, Math.max(0, statSync(path).size - tailBytes))) {
      const line = bytes === null ? null : parseMetricLine(bytes);
      if (line !== null) lines.push(line);
    }
  } catch {
    // The whole file is read when the run is opened, and says what is wrong with it.
  }
  const reached = lines.findLast((line) => line.type !== 'torn' && line.type !== 'checkpoint');
  const sampled = lines.findLast((line) => line.type === 'step');
  const validated = lines.findLast((line) => line.type === 'epoch' && line.validationAccuracy !== null);
  return {
    end: endOf(lines),
    step: reached === undefined ? null : stepOf(reached),
    loss: sampled?.loss ?? null,
    accuracy: (validated?.type === 'epoch' ? validated.validationAccuracy : sampled?.accuracy) ?? null,
  };
}

function stepOf(line: MetricLine): number | null {
  if (line.type === 'torn') return null;
  return line.type === 'resumed' ? line.fromStep : line.step;
}
