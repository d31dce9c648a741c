import type { TrainingSettings } from '../../network/graph/trainingSettings';
import type { EngineEventOf } from '../../protocol/engineMessages';
import { BatchReader } from '../data/batchReader';
import { type BatchSource, batchSource } from '../data/batchSource';
import type { LoadedDataset } from '../data/dataset';
import { type DataSplit, splitDataset } from '../data/split';
import { standardisationOf } from '../data/standardisation';
import { stepsPerEpoch } from '../data/stepBatches';
import type { Batch, StepResult, TrainingExecutor } from '../trainingExecutor';
import { describeDivergence } from './divergence';
import { evaluateAll, evaluationBatchSize } from './evaluation';
import { RunReport } from './runReport';
import { learningRateAt } from './schedule';
import type { Stretch } from './stretch';

export type RunEnd = Pick<EngineEventOf<'ended'>, 'reason' | 'message' | 'node'>;

const finished: RunEnd = { reason: 'finished', message: null, node: null };
const stopped: RunEnd = { reason: 'stopped', message: null, node: null };

/**
 * Steps a network through its epochs. Weights, optimizer state, step and order of the images are kept from one
 * stretch to the next, so a run that was stopped goes on as if it had not been.
 */
export class TrainingLoop {
  readonly #executor: TrainingExecutor;
  readonly #settings: TrainingSettings;
  readonly #split: DataSplit;
  readonly #batches: BatchSource;
  readonly #validationReader: BatchReader;
  readonly #stepsPerEpoch: number;
  readonly #report: RunReport;
  #step = 0;

  /** `batchWorker` is the built file of the thread that prepares batches; without it, the loop does. */
  constructor(
    executor: TrainingExecutor,
    settings: TrainingSettings,
    dataset: LoadedDataset,
    batchWorker?: string,
  ) {
    this.#executor = executor;
    this.#settings = settings;
    this.#split = splitDataset(dataset, settings);
    const { training, validation } = this.#split;
    const { imageShape } = dataset.facts;
    const standardisation = standardisationOf(dataset, settings.normalisation);
    const plan = { selection: training, imageShape, standardisation, settings };
    this.#batches = batchSource(plan, batchWorker);
    this.#validationReader = new BatchReader(
      validation.images,
      imageShape,
      standardisation,
      evaluationBatchSize,
    );
    this.#stepsPerEpoch = stepsPerEpoch(plan);
    this.#report = new RunReport({
      stepsPerEpoch: this.#stepsPerEpoch,
      trainingImages: training.numbers.length,
      validationImages: validation.numbers.length,
    });
  }

  /** Steps done. */
  get step(): number {
    return this.#step;
  }

  /** Epochs that are complete. */
  get epochsDone(): number {
    return Math.floor(this.#step / this.#stepsPerEpoch);
  }

  /**
   * Trains until the stretch is done, stopped or diverged. Sends `started` and all that follows but `ended`.
   * `onEpoch` is called when an epoch and its validation are over.
   */
  async run(stretch: Stretch, onEpoch: () => void = () => {}): Promise<RunEnd> {
    this.#report.sendStarted(stretch, this.#executor, this.#step);
    this.#report.trainingGoesOn();
    const end = await this.#train(stretch, onEpoch);
    this.#report.sendTelemetry(stretch, this.#imagesLeft(stretch));
    return end;
  }

  /** Frees what it holds beside the executor. */
  dispose(): void {
    this.#batches.dispose();
  }

  async #train(stretch: Stretch, onEpoch: () => void): Promise<RunEnd> {
    while (this.#step < this.#lastStep(stretch)) {
      if (stretch.control.stopped) return stopped;
      const { batch, result } = await this.#takeStep(stretch);
      if (!result.finite) return this.#diverged(batch, result.loss);
      this.#report.sendDueTelemetry(stretch, this.#imagesLeft(stretch));
      const goesOn = await this.#turn(stretch);
      if (this.#step % this.#stepsPerEpoch === 0) {
        await this.#endEpoch(stretch);
        onEpoch();
      } else if (!goesOn) return stopped;
    }
    return stretch.control.stopped ? stopped : finished;
  }

  async #takeStep(stretch: Stretch): Promise<{ readonly batch: Batch; readonly result: StepResult }> {
    if (this.#step % this.#stepsPerEpoch === 0) this.#report.epochBegins();
    const { telemetryEvery } = this.#settings;
    const batch = await this.#batches.batchOf(this.#step);
    const learningRate = learningRateAt(this.#settings, this.#step, {
      stepsPerEpoch: this.#stepsPerEpoch,
      totalSteps: stretch.epochs * this.#stepsPerEpoch,
    });
    // The first step is always sampled, for it shows the gradient at initialisation; so is the last.
    const telemetry = this.#step % telemetryEvery === 0 || this.#step + 1 === this.#lastStep(stretch);
    const result = this.#executor.step(batch, { learningRate, step: this.#step, telemetry });
    this.#step += 1;
    this.#report.stepEnds(result, this.#step, learningRate, batch.size);
    return { batch, result };
  }

  /** Validates, unless the run is to stop; the epoch counts in either case. */
  async #endEpoch(stretch: Stretch): Promise<void> {
    this.#report.sendTelemetry(stretch, this.#imagesLeft(stretch));
    const { numbers } = this.#split.validation;
    const validation = stretch.control.stopped
      ? null
      : await evaluateAll(this.#executor, this.#validationReader, numbers, () => this.#turn(stretch));
    this.#report.sendEpoch(stretch, { epoch: this.epochsDone, step: this.#step }, validation);
    this.#report.trainingGoesOn();
  }

  /** Lets commands in, and waits while the run is paused. False where it is to stop. */
  #turn(stretch: Stretch): Promise<boolean> {
    const { control, send, runId } = stretch;
    return control.turn(
      () => {
        this.#report.sendTelemetry(stretch, this.#imagesLeft(stretch));
        send({ type: 'paused', runId, step: this.#step });
      },
      () => {
        send({ type: 'resumed', runId, step: this.#step });
        this.#report.trainingGoesOn();
      },
    );
  }

  #diverged(batch: Batch, loss: number): RunEnd {
    const origin = this.#executor.findNonFinite(batch, this.#step - 1);
    const label = this.#executor.nodes.find(({ id }) => id === origin?.node)?.label ?? '';
    const message = describeDivergence(this.#step, loss, origin, label);
    return { reason: 'diverged', message, node: origin?.node ?? null };
  }

  #lastStep({ epochs, stopAfterSteps }: Stretch): number {
    return Math.min(epochs * this.#stepsPerEpoch, stopAfterSteps ?? Number.POSITIVE_INFINITY);
  }

  #imagesLeft(stretch: Stretch): number {
    return (this.#lastStep(stretch) - this.#step) * this.#settings.batchSize;
  }
}
