import type { EngineEventOf } from '../../protocol/engineMessages';
import type { StepTelemetry } from '../trainingExecutor';

export interface TelemetrySample extends StepTelemetry {
  /** 1-based. */
  readonly step: number;
  readonly loss: number;
  readonly metric: number;
  readonly learningRate: number;
}

type Columns = Omit<EngineEventOf<'telemetry'>, 'type' | 'runId' | 'imagesPerSecond' | 'secondsLeft'>;

/** 30 Hz, in milliseconds between two sendings. */
const interval = 1000 / 30;

/** Collects sampled steps until they are due to be sent, at 30 Hz at most. */
export class TelemetryBuffer {
  readonly #now: () => number;
  #samples: TelemetrySample[] = [];
  #lastSent = Number.NEGATIVE_INFINITY;

  /** `now` gives milliseconds of a monotonic clock. */
  constructor(now: () => number) {
    this.#now = now;
  }

  add(sample: TelemetrySample): void {
    this.#samples.push(sample);
  }

  /** Whether something waits and the last sending is long enough ago. */
  get due(): boolean {
    return this.#samples.length > 0 && this.#now() - this.#lastSent >= interval;
  }

  /** All samples that wait, step-major, and no longer kept here; null where there are none. */
  take(): Columns | null {
    const samples = this.#samples;
    if (samples.length === 0) return null;
    this.#samples = [];
    this.#lastSent = this.#now();
    return {
      steps: Int32Array.from(samples, ({ step }) => step),
      losses: Float32Array.from(samples, ({ loss }) => loss),
      metrics: Float32Array.from(samples, ({ metric }) => metric),
      learningRates: Float32Array.from(samples, ({ learningRate }) => learningRate),
      activationGradientNorms: joined(samples.map((sample) => sample.activationGradientNorms)),
      activationGradientRms: joined(samples.map((sample) => sample.activationGradientRms)),
      weightGradientNorms: joined(samples.map((sample) => sample.weightGradientNorms)),
      weightNorms: joined(samples.map((sample) => sample.weightNorms)),
      updateRatios: joined(samples.map((sample) => sample.updateRatios)),
    };
  }
}

function joined(rows: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const values = new Float32Array(rows.reduce((sum, row) => sum + row.length, 0));
  let offset = 0;
  for (const row of rows) {
    values.set(row, offset);
    offset += row.length;
  }
  return values;
}
