import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { mainOutput } from '../../network/graph/mainOutput';
import { upstream, wire } from '../../network/graph/wiring';
import { healthThresholds } from '../../network/health/healthThresholds';
import type { DataFacts, EpochResult, Observation } from '../../network/health/observation';
import type { EngineEvent, EngineEventOf } from '../../protocol/engineMessages';
import { joinSamples, splitSamples, type TelemetrySample } from '../runs/telemetry/telemetrySamples';
import { snapshotOf } from './snapshotOf';

/** Listens to a run for all that a diagnosis of it looks at. */
export class RunObserver {
  readonly #document: NetworkDocument;
  readonly #analysis: Analysis;
  readonly #data: DataFacts | null;
  readonly #leading: ReadonlySet<string>;
  #started: EngineEventOf<'started'> | null = null;
  #latest: readonly TelemetrySample[] = [];
  readonly #course = { steps: [] as number[], losses: [] as number[], learningRates: [] as number[] };
  readonly #epochs = new Map<number, EpochResult>();
  #nonFinite: Observation['nonFinite'] = null;

  constructor(document: NetworkDocument, analysis: Analysis, data: DataFacts | null) {
    this.#document = document;
    this.#analysis = analysis;
    this.#data = data;
    const main = mainOutput(document.nodes);
    this.#leading = upstream(wire(document), main === undefined ? [] : [main.id]);
  }

  hear(event: EngineEvent): void {
    if (event.type === 'started') this.#started = event;
    else if (event.type === 'telemetry') this.#measure(event);
    else if (event.type === 'epoch') this.#epochs.set(event.epoch, event);
    else if (event.type === 'ended' && event.reason === 'diverged')
      this.#nonFinite = { node: event.node ?? '', step: event.step, message: event.message ?? '' };
  }

  get observation(): Observation {
    const started = this.#started;
    return {
      document: this.#document,
      analysis: this.#analysis,
      snapshots:
        started === null
          ? []
          : this.#latest.map((sample) =>
              snapshotOf(this.#document, this.#analysis, this.#leading, started, joinSamples([sample])),
            ),
      course: this.#course,
      epochs: [...this.#epochs.values()],
      nonFinite: this.#nonFinite,
      data: this.#data,
      shallower: null,
    };
  }

  #measure(event: EngineEventOf<'telemetry'>): void {
    for (const sample of splitSamples(event))
      this.#latest = [...this.#latest, withStatistics(sample, this.#latest.at(-1))].slice(
        -healthThresholds.settledSnapshots,
      );
    this.#course.steps.push(...event.steps);
    this.#course.losses.push(...event.losses);
    this.#course.learningRates.push(...event.learningRates);
  }
}

/** Statistics of activations are measured more rarely than norms: until then the last ones hold. */
function withStatistics(sample: TelemetrySample, before: TelemetrySample | undefined): TelemetrySample {
  if (before === undefined || sample.zeroShares.some((share) => !Number.isNaN(share))) return sample;
  const { activationMeans, activationDeviations, zeroShares } = before;
  return { ...sample, activationMeans, activationDeviations, zeroShares };
}
