import type { StepTelemetry } from '../trainingExecutor';

/** Columns of a probe that are norms. */
export const normColumns = [
  'activationGradientNorms',
  'activationGradientRms',
  'weightGradientNorms',
  'weightNorms',
] as const;
export type NormColumn = (typeof normColumns)[number];

/**
 * Means of what several batches measured. Norms differ by factors from seed to seed, so that theirs is the geometric
 * mean; a norm that was 0 once, below what float32 holds, stays 0.
 */
export class ProbeMeans {
  readonly #logarithms = new Map<NormColumn, Float64Array>();
  #count = 0;

  add(telemetry: StepTelemetry): void {
    this.#count += 1;
    for (const column of normColumns) {
      const values = telemetry[column];
      const sums = this.#logarithms.get(column) ?? new Float64Array(values.length);
      for (let place = 0; place < values.length; place++)
        sums[place] = (sums[place] ?? 0) + Math.log(values[place] ?? Number.NaN);
      this.#logarithms.set(column, sums);
    }
  }

  norms(column: NormColumn): Float32Array<ArrayBuffer> {
    const sums = this.#logarithms.get(column) ?? new Float64Array();
    return Float32Array.from(sums, (sum) => Math.exp(sum / this.#count));
  }
}
