import type { StepTelemetry } from '../trainingExecutor';

/** Columns of a probe that are norms. */
const normColumns = [
  'activationGradientNorms',
  'activationGradientRms',
  'weightGradientNorms',
  'weightNorms',
] as const;
type NormColumn = (typeof normColumns)[number];

/** Columns of a probe that are statistics of activations. */
const statisticColumns = ['activationMeans', 'activationDeviations', 'zeroShares'] as const;
type StatisticColumn = (typeof statisticColumns)[number];

/**
 * Means of what several batches measured. Norms differ by factors from seed to seed, so that theirs is the geometric
 * mean; a norm that was 0 once, below what float32 holds, stays 0. Of statistics of activations it is the arithmetic mean.
 */
export class ProbeMeans {
  /** Of norms, their logarithms. */
  readonly #sums = new Map<NormColumn | StatisticColumn, Float64Array>();
  #count = 0;

  add(telemetry: StepTelemetry): void {
    this.#count += 1;
    for (const column of normColumns) this.#add(column, telemetry[column], Math.log);
    for (const column of statisticColumns) this.#add(column, telemetry[column], (value) => value);
  }

  norms(column: NormColumn): Float32Array<ArrayBuffer> {
    return this.#means(column, Math.exp);
  }

  statistics(column: StatisticColumn): Float32Array<ArrayBuffer> {
    return this.#means(column, (mean) => mean);
  }

  #add(column: NormColumn | StatisticColumn, values: Float32Array, term: (value: number) => number): void {
    const sums = this.#sums.get(column) ?? new Float64Array(values.length);
    for (let place = 0; place < values.length; place++)
      sums[place] = (sums[place] ?? 0) + term(values[place] ?? Number.NaN);
    this.#sums.set(column, sums);
  }

  #means(column: NormColumn | StatisticColumn, shown: (mean: number) => number): Float32Array<ArrayBuffer> {
    const sums = this.#sums.get(column) ?? new Float64Array();
    return Float32Array.from(sums, (sum) => shown(sum / this.#count));
  }
}
