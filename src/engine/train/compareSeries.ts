import type { EngineEvent, EngineEventOf } from '../../protocol/engineMessages';
import type { KeptRun } from '../runs/keptRun';
import { splitSamples, type TelemetrySample } from '../runs/telemetry/telemetrySamples';

/** A number that came out otherwise than it was recorded. */
export interface Difference {
  /** 1-based. */
  readonly step: number;
  /** What it is, in words: "the loss", "the gradient norm of conv1/kernel". */
  readonly what: string;
  readonly recorded: number;
  readonly now: number;
}

/** What it is, its values as they were recorded and as they are now, and the names of what they belong to. */
type Row = readonly [string, ArrayLike<number>, ArrayLike<number>, ((item: number) => string) | null];

/** So many recorded steps are read at a time. */
const chunk = 512;

/** Compares a run that is trained again with what was recorded of it, to the bit. */
export class SeriesComparison {
  readonly #kept: KeptRun;
  readonly #rowOfStep: ReadonlyMap<number, number>;
  #from = 0;
  #chunk: readonly TelemetrySample[] = [];
  #compared = 0;
  #difference: Difference | null = null;

  constructor(kept: KeptRun) {
    this.#kept = kept;
    this.#rowOfStep = new Map(Array.from(kept.telemetry?.steps ?? [], (step, row) => [step, row]));
  }

  get comparedSteps(): number {
    return this.#compared;
  }

  /** The first that was met. */
  get difference(): Difference | null {
    return this.#difference;
  }

  hear(event: EngineEvent): void {
    if (this.#difference !== null) return;
    if (event.type === 'telemetry') this.#compareSamples(splitSamples(event));
    else if (event.type === 'epoch') this.#difference = this.#compareEpoch(event);
  }

  #compareSamples(samples: readonly TelemetrySample[]): void {
    for (const now of samples) {
      const recorded = this.#recorded(now.step);
      if (recorded === null) continue;
      this.#difference = this.#compareSample(recorded, now);
      if (this.#difference !== null) return;
      this.#compared += 1;
    }
  }

  #recorded(step: number): TelemetrySample | null {
    const { telemetry } = this.#kept;
    const row = this.#rowOfStep.get(step);
    if (row === undefined || telemetry === null) return null;
    if (row < this.#from || row >= this.#from + this.#chunk.length) {
      this.#from = row;
      this.#chunk = splitSamples(telemetry.rows(row, Math.min(row + chunk, telemetry.stepCount)));
    }
    return this.#chunk[row - this.#from] ?? null;
  }

  #compareSample(recorded: TelemetrySample, now: TelemetrySample): Difference | null {
    const { step } = now;
    const { nodes = [], weights = [] } = this.#kept.telemetry ?? {};
    const layer = (item: number) => nodes[item]?.label ?? `layer ${item}`;
    const weight = (item: number) => `${weights[item]?.node ?? ''}/${weights[item]?.name ?? item}`;
    // Not measured at every sampled step, and not at all in runs of earlier versions.
    const statistics: readonly Row[] = [
      ['the mean activation of', recorded.activationMeans, now.activationMeans, layer],
      ['the deviation of', recorded.activationDeviations, now.activationDeviations, layer],
      ['the share of zeros of', recorded.zeroShares, now.zeroShares, layer],
    ];
    const rows: readonly Row[] = [
      ['the loss', [recorded.loss], [now.loss], null],
      ['the accuracy', [recorded.metric], [now.metric], null],
      ['the learning rate', [Math.fround(recorded.learningRate)], [Math.fround(now.learningRate)], null],
      ['the activation gradient of', recorded.activationGradientNorms, now.activationGradientNorms, layer],
      ...(recorded.zeroShares.every(Number.isNaN) ? [] : statistics),
      ['the gradient norm of', recorded.weightGradientNorms, now.weightGradientNorms, weight],
      ['the norm of', recorded.weightNorms, now.weightNorms, weight],
      ['the update ratio of', recorded.updateRatios, now.updateRatios, weight],
    ];
    for (const [what, before, after, name] of rows) {
      for (let item = 0; item < before.length; item++) {
        const [was, is] = [before[item] ?? Number.NaN, after[item] ?? Number.NaN];
        if (Object.is(was, is)) continue;
        return { step, what: name === null ? what : `${what} ${name(item)}`, recorded: was, now: is };
      }
    }
    return null;
  }

  /** Means and validation are written down as 32-bit floats. */
  #compareEpoch(now: EngineEventOf<'epoch'>): Difference | null {
    const recorded = this.#kept.metrics.epochs.find(({ epoch }) => epoch === now.epoch);
    if (recorded === undefined || recorded.validationLoss === null || now.validationLoss === null)
      return null;
    for (const [what, was, is] of [
      ['the mean loss of the epoch', recorded.loss, now.loss],
      ['the validation loss', recorded.validationLoss, now.validationLoss],
      ['the validation accuracy', recorded.validationMetric, now.validationMetric],
    ] as const)
      if (Math.fround(was ?? Number.NaN) !== Math.fround(is ?? Number.NaN))
        return { step: now.step, what, recorded: was ?? Number.NaN, now: is ?? Number.NaN };
    return null;
  }
}
