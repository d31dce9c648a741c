import type { EngineEventOf } from '../../protocol/engineMessages';
import { floatColumn, integerColumn, type SampleColumn } from './sampleColumn';

type Started = EngineEventOf<'started'>;
type Telemetry = EngineEventOf<'telemetry'>;

/** What is kept of a run: at most so many numbers (16 MB), and at most so many samples. */
const keptNumbers = 4_000_000;
const keptSamples = 16_384;

/**
 * What was measured in one run, in columns that grow. They are bounded: each time that they are full, every second
 * sample goes, which no chart is wide enough to show; the first and the last are always there. It is changed in place
 * and is not React state: components re-read it when the run store's `paint` moves.
 */
export class TelemetryLog {
  readonly nodes: Started['nodes'];
  readonly weights: Started['weights'];
  readonly #nodeIndex: ReadonlyMap<string, number>;
  readonly #limit: number;
  /** Samples that came so far. */
  #received = 0;
  /** One of so many samples is kept. */
  #every = 1;
  readonly steps = integerColumn();
  readonly losses = floatColumn();
  readonly metrics = floatColumn();
  readonly learningRates = floatColumn();
  readonly #gradientNorms: SampleColumn<Float32Array>;
  readonly #gradientRms: SampleColumn<Float32Array>;
  #lastStatistics: { readonly telemetry: Telemetry; readonly row: number } | null = null;
  readonly #activationMeans: SampleColumn<Float32Array>;
  readonly #activationDeviations: SampleColumn<Float32Array>;
  readonly #zeroShares: SampleColumn<Float32Array>;
  readonly #weightGradientNorms: SampleColumn<Float32Array>;
  readonly #weightNorms: SampleColumn<Float32Array>;
  readonly #updateRatios: SampleColumn<Float32Array>;

  constructor({ nodes, weights }: Pick<Started, 'nodes' | 'weights'>) {
    this.nodes = nodes;
    this.weights = weights;
    this.#nodeIndex = new Map(nodes.map((node, index) => [node.id, index]));
    const numbersPerSample = 4 + 5 * nodes.length + 3 * weights.length;
    this.#limit = Math.max(2, Math.min(keptSamples, Math.floor(keptNumbers / numbersPerSample)));
    this.#gradientNorms = floatColumn(nodes.length);
    this.#gradientRms = floatColumn(nodes.length);
    this.#activationMeans = floatColumn(nodes.length);
    this.#activationDeviations = floatColumn(nodes.length);
    this.#zeroShares = floatColumn(nodes.length);
    this.#weightGradientNorms = floatColumn(weights.length);
    this.#weightNorms = floatColumn(weights.length);
    this.#updateRatios = floatColumn(weights.length);
  }

  /** Number of samples that are kept. */
  get length(): number {
    return this.steps.length;
  }

  /** Number of samples that were measured. */
  get received(): number {
    return this.#received;
  }

  /** One of so many measured samples is kept, the last aside. */
  get every(): number {
    return this.#every;
  }

  append(telemetry: Telemetry): void {
    for (let row = 0; row < telemetry.steps.length; row += 1) {
      // The last sample was kept for being the last.
      if (this.length > 0 && (this.#received - 1) % this.#every !== 0)
        for (const column of this.#columns) column.dropLast();
      this.steps.append(telemetry.steps, row);
      this.losses.append(telemetry.losses, row);
      this.metrics.append(telemetry.metrics, row);
      this.learningRates.append(telemetry.learningRates, row);
      this.#gradientNorms.append(telemetry.activationGradientNorms, row);
      this.#gradientRms.append(telemetry.activationGradientRms, row);
      this.#appendStatistics(telemetry, row);
      this.#weightGradientNorms.append(telemetry.weightGradientNorms, row);
      this.#weightNorms.append(telemetry.weightNorms, row);
      this.#updateRatios.append(telemetry.updateRatios, row);
      this.#received += 1;
      // With an odd number, the last stays.
      if (this.length > this.#limit && this.length % 2 === 1) {
        for (const column of this.#columns) column.halve();
        this.#every *= 2;
      }
    }
  }

  /** The node's place in telemetry; null where the run did not have it. */
  indexOfNode(id: string): number | null {
    return this.#nodeIndex.get(id) ?? null;
  }

  /** ‖∂L/∂a‖₂ of a node at a sample; NaN where no gradient reaches it. */
  gradientNorm(sample: number, node: number): number {
    return this.#gradientNorms.at(sample, node);
  }

  /** Root mean square of ∂L/∂a of a node at a sample. */
  gradientRms(sample: number, node: number): number {
    return this.#gradientRms.at(sample, node);
  }

  /**
   * Mean of a node's output for the first 16 images of the batch, as it was last measured at or before a sample: statistics of activations are
   * measured at every tenth step at most. NaN where they were not.
   */
  activationMean(sample: number, node: number): number {
    return this.#activationMeans.at(sample, node);
  }

  /** Standard deviation of those values, likewise. */
  activationDeviation(sample: number, node: number): number {
    return this.#activationDeviations.at(sample, node);
  }

  /** Share of exact zeros among them, 0…1, likewise. */
  zeroShare(sample: number, node: number): number {
    return this.#zeroShares.at(sample, node);
  }

  /** Norms of a weight at a sample, by its place among the run's weights. */
  weight(sample: number, weight: number) {
    return {
      gradientNorm: this.#weightGradientNorms.at(sample, weight),
      norm: this.#weightNorms.at(sample, weight),
      updateRatio: this.#updateRatios.at(sample, weight),
    };
  }

  /** The last sample at or before a step; −1 where there is none. */
  sampleAt(step: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.steps.at(middle) <= step) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Where they were not measured the last ones stand in. The input comes first: its own are always finite. */
  #appendStatistics(telemetry: Telemetry, row: number): void {
    const measured = !Number.isNaN(telemetry.zeroShares[row * this.nodes.length] ?? Number.NaN);
    if (measured) this.#lastStatistics = { telemetry, row };
    const last = this.#lastStatistics ?? { telemetry, row };
    this.#activationMeans.append(last.telemetry.activationMeans, last.row);
    this.#activationDeviations.append(last.telemetry.activationDeviations, last.row);
    this.#zeroShares.append(last.telemetry.zeroShares, last.row);
  }

  get #columns() {
    return [
      this.steps,
      this.losses,
      this.metrics,
      this.learningRates,
      this.#gradientNorms,
      this.#gradientRms,
      this.#activationMeans,
      this.#activationDeviations,
      this.#zeroShares,
      this.#weightGradientNorms,
      this.#weightNorms,
      this.#updateRatios,
    ];
  }
}
