import { analyse } from '../../network/analysis/analyse';
import type { EngineEvent, EngineEventOf } from '../../protocol/engineMessages';
import type { LoadedDataset } from '../data/dataset';
import type { Runtime } from '../devices/runtime';
import type { KeptRun } from '../runs/keptRun';
import { takeRecordedWeights } from '../startingWeights';
import { type Difference, SeriesComparison } from './compareSeries';
import { refuseOtherImages } from './resumeRun';
import type { RunControl } from './runControl';
import { TrainingLoop } from './trainingLoop';

export interface ReplayParts {
  readonly runtime: Runtime;
  readonly dataset: LoadedDataset;
  readonly batchWorker?: string | undefined;
  /** Stops it before its end. */
  readonly control: RunControl;
  /** Ends after this step; the last that was recorded where it is absent. */
  readonly throughStep?: number | undefined;
  /** Hears of the steps that were done again, as they come. */
  readonly onTelemetry?: (event: EngineEventOf<'telemetry'>) => void;
}

export interface ReplayResult {
  /** Steps that were done again. */
  readonly steps: number;
  /** Of those the ones whose measurements were compared. */
  readonly comparedSteps: number;
  /** The first that differs; null where none does. */
  readonly difference: Difference | null;
}

/**
 * Trains a run again from its seed, and the weights that it began with, and compares what is measured with what was recorded, number for number; ends at
 * the first that differs.
 */
export async function replayRun(kept: KeptRun, parts: ReplayParts): Promise<ReplayResult> {
  const { runtime, dataset, control, batchWorker } = parts;
  const { document } = kept;
  refuseOtherImages(kept, dataset);
  const analysis = analyse(document);
  const startingWeights = takeRecordedWeights(kept.record, analysis);
  const executor = runtime.createExecutor(document, analysis);
  executor.writeWeights(startingWeights);
  const loop = new TrainingLoop(executor, document.training, dataset, batchWorker);
  const comparison = new SeriesComparison(kept);
  const send = (event: EngineEvent): void => {
    comparison.hear(event);
    if (event.type === 'telemetry') parts.onTelemetry?.(event);
    if (comparison.difference !== null) control.stop();
  };
  const lastStep = Math.min(parts.throughStep ?? kept.lastStep, kept.lastStep);
  const sampledSteps = new Set(kept.telemetry?.steps ?? []);
  const statisticsSteps = stepsWithStatistics(kept);
  try {
    for (const [index, { epochs }] of kept.stretches.entries()) {
      const end = Math.min(kept.stretches[index + 1]?.fromStep ?? lastStep, lastStep);
      if (end <= loop.step) continue;
      const { reason } = await loop.run({
        ...{ runId: 'replay', epochs, stopAfterSteps: end, sampledSteps, statisticsSteps, control, send },
      });
      if (reason !== 'finished') break;
    }
    const { comparedSteps, difference } = comparison;
    return { steps: loop.step, comparedSteps, difference };
  } finally {
    loop.dispose();
    executor.dispose();
  }
}

/** The steps at which statistics of activations were recorded; none in folders of versions that had none. */
function stepsWithStatistics({ telemetry }: KeptRun): ReadonlySet<number> {
  if (telemetry === null || telemetry.nodes.length === 0) return new Set();
  const shares = telemetry.column('zeroShares', 0);
  return new Set([...telemetry.steps].filter((_, place) => !Number.isNaN(shares[place])));
}
