import type { EngineEventOf } from '../../protocol/engineMessages';
import type { Metrics } from './metrics/readMetrics';

/** An epoch as it was written down. */
export type KeptEpoch = Omit<EngineEventOf<'epoch'>, 'type' | 'runId'>;

/** In their order. One whose validation was put off is written down twice; the later line counts. */
export function epochsOf(lines: Metrics['lines']): readonly KeptEpoch[] {
  const epochs = new Map<number, KeptEpoch>();
  for (const line of lines)
    if (line.type === 'epoch')
      epochs.set(line.epoch, {
        epoch: line.epoch,
        step: line.step,
        loss: line.loss ?? Number.NaN,
        metric: line.accuracy ?? Number.NaN,
        validationLoss: line.validationLoss,
        validationMetric: line.validationAccuracy,
        imagesPerSecond: line.imagesPerSecond ?? 0,
      });
  return [...epochs.values()].sort((left, right) => left.epoch - right.epoch);
}
