import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckpointSummary, summariseCheckpoints } from './checkpoints/checkpointSummaries';
import { diskUse } from './diskUse';
import type { MetricLineOf } from './metrics/metricSchemas';
import { type Metrics, readMetrics } from './metrics/readMetrics';
import { readRunRecord } from './readRunRecord';
import { findTrainer } from './runLock';
import type { RunRecord } from './runRecord';
import { TelemetryReader } from './telemetry/telemetryReader';

/** `interrupted`: it neither ended nor goes on, as after a kill or a power cut. */
export type RunState = 'training' | 'finished' | 'stopped' | 'diverged' | 'interrupted';

/** All that lies in a run folder. */
export interface OpenedRun {
  readonly folder: string;
  readonly record: RunRecord;
  readonly metrics: Metrics;
  /** Null where there is none, or none that can be read. */
  readonly telemetry: TelemetryReader | null;
  readonly checkpoints: readonly CheckpointSummary[];
  /** On the disk. */
  readonly bytes: number;
  readonly state: RunState;
  /** A sentence for each thing that is damaged or missing. */
  readonly damage: readonly string[];
}

/**
 * Opens the folder of a run to read. What is damaged besides run.json is said and left out. Throws an AdviceError where
 * the folder holds no run.
 */
export function openRunFolder(folder: string): OpenedRun {
  const record = readRunRecord(folder);
  const metrics = readMetrics(join(folder, 'metrics.jsonl'));
  const { telemetry, damage } = openTelemetry(join(folder, 'telemetry'));
  const found = summariseCheckpoints(join(folder, 'checkpoints'));
  return {
    folder,
    record,
    metrics,
    telemetry,
    checkpoints: found.checkpoints,
    bytes: diskUse(folder),
    state: runState(folder, metrics.end),
    damage: [...metrics.damage, ...damage, ...found.damage],
  };
}

/** What becomes of a run that ended so, or did not. */
export function runState(folder: string, end: MetricLineOf<'end'> | null): RunState {
  if (findTrainer(folder) !== null) return 'training';
  return end?.reason ?? 'interrupted';
}

function openTelemetry(folder: string): Pick<OpenedRun, 'telemetry' | 'damage'> {
  if (!existsSync(folder)) return { telemetry: null, damage: [] };
  try {
    return { telemetry: TelemetryReader.open(folder), damage: [] };
  } catch (cause) {
    return { telemetry: null, damage: [cause instanceof Error ? cause.message : String(cause)] };
  }
}
