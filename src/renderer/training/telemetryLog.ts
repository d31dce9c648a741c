import type { EngineEventOf } from '../../protocol/engineMessages';
import { growingFloats, growingIntegers } from './growingArray';

type Started = EngineEventOf<'started'>;
type Telemetry = EngineEventOf<'telemetry'>;

/**
 * Everything measured in one run, in columns that grow. It is changed in place and is not React state:
 * components re-read it when the run store's `paint` moves.
 */
export class TelemetryLog {
  readonly nodes: Started['nodes'];
  readonly weights: Started['weights'];
  readonly #nodeIndex: ReadonlyMap<string, number>;
  readonly steps = growingIntegers();
  readonly losses = growingFloats();
  readonly metrics = growingFloats();
  readonly learningRates = growingFloats();
  readonly #gradientNorms = growingFloats();
  readonly #gradientRms = growingFloats();
  readonly #weightGradientNorms = growingFloats();
  readonly #weightNorms = growingFloats();
  readonly #updateRatios = growingFloats();

  constructor({ nodes, weights }: Pick<Started, 'nodes' | 'weights'>) {
    this.nodes = nodes;
    this.weights = weights;
    this.#nodeIndex = new Map(nodes.map((node, index) => [node.id, index]));
  }

  /** Number of sampled steps. */
  get length(): number {
    return this.steps.length;
  }

  append(telemetry: Telemetry): void {
    this.steps.append(telemetry.steps);
    this.losses.append(telemetry.losses);
    this.metrics.append(telemetry.metrics);
    this.learningRates.append(telemetry.learningRates);
    this.#gradientNorms.append(telemetry.activationGradientNorms);
    this.#gradientRms.append(telemetry.activationGradientRms);
    this.#weightGradientNorms.append(telemetry.weightGradientNorms);
    this.#weightNorms.append(telemetry.weightNorms);
    this.#updateRatios.append(telemetry.updateRatios);
  }

  /** The node's place in telemetry; null where the run did not have it. */
  indexOfNode(id: string): number | null {
    return this.#nodeIndex.get(id) ?? null;
  }

  /** ‖∂L/∂a‖₂ of a node at a sample; NaN where no gradient reaches it. */
  gradientNorm(sample: number, node: number): number {
    return this.#gradientNorms.at(sample * this.nodes.length + node);
  }

  /** Root mean square of ∂L/∂a of a node at a sample. */
  gradientRms(sample: number, node: number): number {
    return this.#gradientRms.at(sample * this.nodes.length + node);
  }

  /** Norms of a weight at a sample, by its place among the run's weights. */
  weight(sample: number, weight: number) {
    const index = sample * this.weights.length + weight;
    return {
      gradientNorm: this.#weightGradientNorms.at(index),
      norm: this.#weightNorms.at(index),
      updateRatio: this.#updateRatios.at(index),
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
}
