import { RunObserver } from '../../engine/observation/runObserver';
import { analyse } from '../../network/analysis/analyse';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { diagnose } from '../../network/health/diagnose';
import type { DataFacts } from '../../network/health/observation';
import { type DepthLayer, depthLayers } from '../../network/twin/depthLayers';
import type { TwinLayer } from '../../network/twin/twinGradient';
import type { EngineEventOf, RunEvent } from '../../protocol/engineMessages';
import { count, percent, significant } from '../numberText';
import { type VerdictLine, verdictLines } from '../verdictLines';

/** Listens to one of two runs for all that a comparison looks at. */
export class TwinSide {
  readonly document: NetworkDocument;
  readonly analysis: Analysis;
  /** One for each depth. */
  readonly layers: readonly DepthLayer[];
  readonly steps: number[] = [];
  readonly losses: number[] = [];
  readonly metrics: number[] = [];
  /** ‖∂L/∂a‖₂ of each of the layers, one row a step. */
  readonly gradients: (readonly number[])[] = [];
  /** ‖ΔW‖/‖W‖ of each of the layers' kernels, of the last step. */
  #updateRatios: readonly number[] = [];
  readonly #epochs = new Map<number, EngineEventOf<'epoch'>>();
  readonly #observer: RunObserver;
  /** Where in the run's telemetry the layers are; -1 for a layer that has no column. */
  #places = { nodes: 0, weights: 0, columns: [] as readonly number[], kernels: [] as readonly number[] };
  #end: EngineEventOf<'ended'> | null = null;
  #folder: string | null = null;
  #failed = false;

  constructor(document: NetworkDocument, data: DataFacts) {
    this.document = document;
    this.analysis = analyse(document);
    this.layers = depthLayers(document, this.analysis);
    this.#observer = new RunObserver(document, this.analysis, data);
  }

  hear(event: RunEvent): void {
    this.#observer.hear(event);
    if (event.type === 'started') this.#findPlaces(event);
    else if (event.type === 'telemetry') this.#measure(event);
    else if (event.type === 'epoch') this.#epochs.set(event.epoch, event);
    else if (event.type === 'recorded') this.#folder = event.path;
    else if (event.type === 'ended') this.#end = event;
    else if (event.type === 'failed') this.#failed = true;
  }

  get epochs(): readonly EngineEventOf<'epoch'>[] {
    return [...this.#epochs.values()];
  }

  /** Null where the run failed, or has not ended. */
  get end(): EngineEventOf<'ended'> | null {
    return this.#end;
  }

  get failed(): boolean {
    return this.#failed;
  }

  get over(): boolean {
    return this.#failed || this.#end !== null;
  }

  /** Absolute path of the run's folder; null where it is not written down. */
  get folder(): string | null {
    return this.#folder;
  }

  get verdicts(): readonly VerdictLine[] {
    return verdictLines(diagnose(this.#observer.observation));
  }

  /** The layers with their gradients at a measured step, by its place. */
  profile(place: number): readonly TwinLayer[] {
    const last = place === this.gradients.length - 1;
    return this.layers.map((layer, index) => {
      const ratio = Math.log10(last ? (this.#updateRatios[index] ?? Number.NaN) : Number.NaN);
      return {
        ...layer,
        log10Norm: Math.log10(this.gradients[place]?.[index] ?? Number.NaN),
        log10UpdateRatio: Number.isNaN(ratio) ? null : ratio,
      };
    });
  }

  epochText({ epoch, loss, metric, validationMetric, imagesPerSecond }: EngineEventOf<'epoch'>): string {
    const validated =
      validationMetric === null ? 'not validated' : `validation accuracy ${percent(validationMetric)}`;
    return `${this.document.name}, epoch ${epoch}: loss ${significant(loss)} · accuracy ${percent(metric)} · ${validated} · ${count(imagesPerSecond)} images/s`;
  }

  #findPlaces({ nodes, weights }: EngineEventOf<'started'>): void {
    this.#places = {
      ...{ nodes: nodes.length, weights: weights.length },
      columns: this.layers.map(({ id }) => nodes.findIndex((node) => node.id === id)),
      kernels: this.layers.map(({ id }) => weights.findIndex(({ node }) => node === id)),
    };
  }

  #measure(event: EngineEventOf<'telemetry'>): void {
    const { nodes, weights, columns, kernels } = this.#places;
    this.steps.push(...event.steps);
    this.losses.push(...event.losses);
    this.metrics.push(...event.metrics);
    const at = (values: Float32Array, row: number, width: number, columnsOf: readonly number[]) =>
      columnsOf.map((column) => (column < 0 ? Number.NaN : (values[row * width + column] ?? Number.NaN)));
    for (let row = 0; row < event.steps.length; row += 1) {
      this.gradients.push(at(event.activationGradientNorms, row, nodes, columns));
      this.#updateRatios = at(event.updateRatios, row, weights, kernels);
    }
  }
}
