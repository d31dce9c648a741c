import type { EngineEventOf } from '../../protocol/engineMessages';

/** The values of the last sampled step, for people to read. */
export interface LatestValues {
  /** 1-based. */
  readonly step: number;
  /** Of one batch. */
  readonly loss: number;
  /** 0…1, of one batch. */
  readonly metric: number;
  readonly learningRate: number;
  readonly imagesPerSecond: number;
  readonly secondsLeft: number;
}

/** The last values of a batch of telemetry; null where it holds no step. */
export function lastValues(telemetry: EngineEventOf<'telemetry'>): LatestValues | null {
  const step = telemetry.steps.at(-1);
  const loss = telemetry.losses.at(-1);
  const metric = telemetry.metrics.at(-1);
  const learningRate = telemetry.learningRates.at(-1);
  if (step === undefined || loss === undefined || metric === undefined || learningRate === undefined)
    return null;
  const { imagesPerSecond, secondsLeft } = telemetry;
  return { step, loss, metric, learningRate, imagesPerSecond, secondsLeft };
}
