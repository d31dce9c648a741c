import { basename, join } from 'node:path';
import { analyse } from '../../network/analysis/analyse';
import type { NetworkDocument } from '../../network/graph/document';
import type { EngineEventOf } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import { CheckpointFiles } from './checkpoints/checkpointFiles';
import { epochsOf, type KeptEpoch } from './keptEpochs';
import type { MetricLineOf } from './metrics/metricSchemas';
import { type OpenedRun, openRunFolder } from './openRunFolder';
import type { RunRecord } from './runRecord';
import { type RunState, runStateSchema } from './runState';
import type { TelemetryReader } from './telemetry/telemetryReader';
import type { TelemetryColumns } from './telemetry/telemetrySamples';
import { weightShapes } from './weightShapes';

/** Training from one step on with so many epochs in all: a run has another stretch each time that it went on. */
export interface KeptStretch {
  readonly fromStep: number;
  readonly epochs: number;
}

export interface KeptCheckpoint {
  readonly step: number;
  readonly state: RunState;
  readonly weights: ReadonlyMap<string, Float32Array>;
  readonly optimizer: ReadonlyMap<string, Float32Array>;
}

/** A run as it was written down, with what it takes to go on with it or to do it again. */
export interface KeptRun {
  readonly path: string;
  readonly record: RunRecord;
  readonly document: NetworkDocument;
  /** In the order of their steps; the first begins at 0. */
  readonly stretches: readonly KeptStretch[];
  /** Epochs in all that the last stretch was to bring it to. */
  readonly epochs: number;
  readonly metrics: {
    readonly epochs: readonly KeptEpoch[];
    /** Null where the run has not ended. */
    readonly end: Omit<EngineEventOf<'ended'>, 'type' | 'runId'> | null;
  };
  /** Null where nothing was measured, or it can't be read. */
  readonly telemetry: TelemetryReader | null;
  /** The last that is whole; null where there is none. */
  readonly checkpoint: KeptCheckpoint | null;
  /** The last step that is written down. */
  readonly lastStep: number;
  /** What is damaged, and what is done in its place. */
  readonly notes: readonly { readonly message: string; readonly advice: string }[];
  readonly place: Pick<EngineEventOf<'recorded'>, 'folder' | 'path' | 'bytes'>;
  /** What was measured up to a step, thinned to so many rows; null where nothing was. */
  telemetryThrough(step: number, limit: number): TelemetryColumns | null;
}

/** Reads a run from its folder. Throws an AdviceError where it holds none; damage beyond that is in the notes. */
export function openKeptRun(path: string): KeptRun {
  const opened = openRunFolder(path);
  const { record, telemetry } = opened;
  const { document } = record;
  const found = readCheckpoint(opened);
  const stretches = stretchesOf(opened);
  const end = opened.metrics.end;
  const lines = opened.metrics.lines.map((line) => ('step' in line ? line.step : 0));
  return {
    ...{ path, record, document, telemetry, stretches, checkpoint: found.checkpoint },
    epochs: stretches.at(-1)?.epochs ?? document.training.epochs,
    metrics: { epochs: epochsOf(opened.metrics.lines), end: end === null ? null : endOf(end) },
    lastStep: lines.reduce((last, step) => Math.max(last, step), telemetry?.steps.at(-1) ?? 0),
    notes: [...opened.damage, ...found.damage].map((message) => ({
      message,
      advice: 'The rest of the run is whole, and goes on from its last checkpoint that is.',
    })),
    place: { folder: basename(path), path, bytes: opened.bytes },
    telemetryThrough(step, limit) {
      const count = telemetry === null ? 0 : countThrough(telemetry.steps, step);
      return telemetry === null || count === 0 ? null : telemetry.thinned(limit, count);
    },
  };
}

function readCheckpoint({ checkpoints, record, folder }: OpenedRun): {
  readonly checkpoint: KeptCheckpoint | null;
  readonly damage: readonly string[];
} {
  if (checkpoints.length === 0) return { checkpoint: null, damage: [] };
  try {
    const files = new CheckpointFiles(join(folder, 'checkpoints'));
    const { checkpoint, passedOver } = files.readLast(weightShapes(analyse(record.document)));
    const state = runStateSchema.parse(checkpoint.state);
    const values = (tensors: typeof checkpoint.weights) =>
      new Map([...tensors].map(([name, tensor]) => [name, tensor.values] as const));
    return {
      checkpoint: {
        step: checkpoint.step,
        state,
        weights: values(checkpoint.weights),
        optimizer: values(checkpoint.optimizer),
      },
      damage: passedOver,
    };
  } catch (error) {
    const reason =
      error instanceof AdviceError ? error.message : 'Its checkpoints were written by another program.';
    return { checkpoint: null, damage: [reason] };
  }
}

function stretchesOf({ metrics, record }: OpenedRun): readonly KeptStretch[] {
  const stretches: KeptStretch[] = [{ fromStep: 0, epochs: record.document.training.epochs }];
  for (const line of metrics.lines)
    if (line.type === 'resumed')
      stretches.push({ fromStep: line.fromStep, epochs: line.epochs ?? stretches.at(-1)?.epochs ?? 1 });
  return stretches;
}

function endOf({ reason, step, message, node }: MetricLineOf<'end'>): NonNullable<KeptRun['metrics']['end']> {
  return { reason, step, message, node };
}

/** How many of the ascending steps are not beyond this one. */
function countThrough(steps: Int32Array, step: number): number {
  const beyond = steps.findIndex((other) => other > step);
  return beyond < 0 ? steps.length : beyond;
}
