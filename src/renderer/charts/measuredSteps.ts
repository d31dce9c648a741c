import type { TelemetryLog } from '../training/telemetryLog';

/** The steps at which something was measured, in ascending order. */
export interface MeasuredSteps {
  readonly length: number;
  at(sample: number): number;
  /** The last sample at or before a step; −1 where there is none. */
  sampleAt(step: number): number;
}

export function stepsOfLog(log: TelemetryLog): MeasuredSteps {
  return {
    get length() {
      return log.length;
    },
    at: (sample) => log.steps.at(sample),
    sampleAt: (step) => log.sampleAt(step),
  };
}

export function stepsOf(steps: ArrayLike<number>): MeasuredSteps {
  return {
    length: steps.length,
    at: (sample) => steps[sample] ?? Number.NaN,
    sampleAt: (step) => {
      let sample = -1;
      while (sample + 1 < steps.length && (steps[sample + 1] ?? Number.NaN) <= step) sample += 1;
      return sample;
    },
  };
}

/** The sample whose step is nearest to this one; −1 of none. */
export function nearestSample(steps: MeasuredSteps, step: number): number {
  const before = steps.sampleAt(step);
  const after = Math.min(steps.length - 1, before + 1);
  if (before < 0) return after;
  return steps.at(after) - step < step - steps.at(before) ? after : before;
}
