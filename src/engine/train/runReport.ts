import { performance } from 'node:perf_hooks';
import type { EngineEvent } from '../../protocol/engineMessages';
import type { RunSizes } from '../runs/runRecord';
import type { EvaluationResult, StepResult, TrainingExecutor } from '../trainingExecutor';
import { EpochProgress, type EpochSums } from './epochProgress';
import { RateMeter } from './rateMeter';
import type { Stretch } from './stretch';
import { TelemetryBuffer } from './telemetryBuffer';

/** Measures a run and tells of it in events. */
export class RunReport {
  readonly #sizes: RunSizes;
  readonly #rate = new RateMeter(() => performance.now());
  readonly #telemetry = new TelemetryBuffer(() => performance.now());
  #epoch = new EpochProgress();

  constructor(sizes: RunSizes) {
    this.#sizes = sizes;
  }

  /** Training begins, or goes on after a pause, a validation or a stop. */
  trainingGoesOn(): void {
    this.#rate.start();
  }

  epochBegins(): void {
    this.#epoch = new EpochProgress();
  }

  /** The epoch under way, for a checkpoint in its middle. */
  get epochSums(): EpochSums {
    return this.#epoch.sums;
  }

  /** Goes on with an epoch that was begun before. */
  epochGoesOn(sums: EpochSums): void {
    this.#epoch = new EpochProgress(sums);
  }

  stepEnds(result: StepResult, step: number, learningRate: number, images: number): void {
    this.#epoch.add(result, images, this.#rate.record(images));
    const { loss, metric, telemetry } = result;
    if (telemetry !== null) this.#telemetry.add({ step, loss, metric, learningRate, ...telemetry });
  }

  sendStarted({ send, runId, epochs }: Stretch, executor: TrainingExecutor, firstStep: number): void {
    const nodes = executor.nodes.map((node) => ({ ...node, outputShape: [...node.outputShape] }));
    const weights = executor.weights.map((weight) => ({ ...weight, shape: [...weight.shape] }));
    send({ type: 'started', runId, nodes, weights, epochs, firstStep, ...this.#sizes });
  }

  /** Sends what was sampled, if it is due: at 30 Hz at most. */
  sendDueTelemetry(stretch: Stretch, imagesLeft: number): void {
    if (this.#telemetry.due) this.sendTelemetry(stretch, imagesLeft);
  }

  /** Sends what was sampled and not sent yet. */
  sendTelemetry({ send, runId }: Stretch, imagesLeft: number): void {
    const columns = this.#telemetry.take();
    if (columns === null) return;
    const { imagesPerSecond } = this.#rate;
    const secondsLeft = imagesPerSecond > 0 ? imagesLeft / imagesPerSecond : 0;
    send({ type: 'telemetry', runId, ...columns, imagesPerSecond, secondsLeft });
  }

  /** `validation` is null where the run was stopped before the end of it. */
  sendEpoch(
    { send, runId }: Stretch,
    place: { readonly epoch: number; readonly step: number },
    validation: EvaluationResult | null,
  ): void {
    const event: EngineEvent = {
      type: 'epoch',
      runId,
      ...place,
      ...this.#epoch.summary,
      validationLoss: finiteOrNull(validation?.loss),
      validationMetric: finiteOrNull(validation?.metric),
    };
    send(event);
  }
}

function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
