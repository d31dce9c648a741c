import { joinSamples, type TelemetryColumns, type TelemetrySample } from '../runs/telemetry/telemetrySamples';

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
  take(): TelemetryColumns | null {
    const samples = this.#samples;
    if (samples.length === 0) return null;
    this.#samples = [];
    this.#lastSent = this.#now();
    return joinSamples(samples);
  }
}
