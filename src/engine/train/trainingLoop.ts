import type { TrainingSettings } from '../../network/graph/trainingSettings';
import type { EngineEventOf } from '../../protocol/engineMessages';
import { BatchReader } from '../data/batchReader';
import { type BatchSource, batchSource } from '../data/batchSource';
import type { LoadedDataset } from '../data/dataset';
import { type DataSplit, splitDataset } from '../data/split';
import { standardisationOf } from '../data/standardisation';
import { stepsPerEpoch } from '../data/stepBatches';
import type { InspectedNetwork } from '../inspection/inspectNode';
import type { RunSizes } from '../runs/runRecord';
import type { LoopState } from '../runs/runState';
import type { Batch, StepResult, TrainingExecutor } from '../trainingExecutor';
import { describeDivergence } from './divergence';
import { evaluateAll, evaluationBatchSize } from './evaluation';
import { RunReport } from './runReport';
import { learningRateAt } from './schedule';
import type { Stretch } from './stretch';

export type RunEnd = Pick<EngineEventOf<'ended'>, 'reason' | 'message' | 'node'>;

/** Hears when a run stands well to be written down: between two steps, with everything of the last one told. */
export interface LoopWatcher {
  /** Whether it is to hear of the end of the step that is done. */
  isDue(): boolean;
  /** A step is done, and its epoch is not. */
  stepEnds(): void;
  /** An epoch is done, its validation too. */
  epochEnds(): void;
}

const nobody: LoopWatcher = { isDue: () => false, stepEnds: () => {}, epochEnds: () => {} };

/** Steps between two that have statistics of activations: the first multiple of the sampling period from ten on. */
function statisticsPeriod(telemetryEvery: number): number {
  return telemetryEvery * Math.ceil(10 / telemetryEvery);
}

const finished: RunEnd = { reason: 'finished', message: null, node: null };
const stopped: RunEnd = { reason: 'stopped', message: null, node: null };

/**
 * Steps a network through its epochs. Weights, optimizer state, step and order of the images are kept from one
 * stretch to the next, so a run that was stopped goes on as if it had not been.
 */
export class TrainingLoop {
  readonly sizes: RunSizes;
  /** The images that are kept from training, and a way of reading batches of them. */
  readonly validation: InspectedNetwork['validation'];
  readonly #executor: TrainingExecutor;
  readonly #settings: TrainingSettings;
  readonly #split: DataSplit;
  readonly #batches: BatchSource;
  readonly #validationReader: BatchReader;
  readonly #stepsPerEpoch: number;
  readonly #report: RunReport;
  #step = 0;
  /** Of the last stretch. */
  #epochs = 1;
  /** An epoch has ended and was not validated yet. */
  #validationDue = false;

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
    const readerOf = (largestBatch: number) =>
      new BatchReader(validation.images, imageShape, standardisation, largestBatch);
    this.validation = { numbers: validation.numbers, readerOf };
    this.#validationReader = readerOf(evaluationBatchSize);
    this.#stepsPerEpoch = stepsPerEpoch(plan);
    this.sizes = {
      stepsPerEpoch: this.#stepsPerEpoch,
      trainingImages: training.numbers.length,
      validationImages: validation.numbers.length,
    };
    this.#report = new RunReport(this.sizes);
  }

  /** Steps done. */
  get step(): number {
    return this.#step;
  }

  /** Epochs that are complete. */
  get epochsDone(): number {
    return Math.floor(this.#step / this.#stepsPerEpoch);
  }

  /** Where it stands: with the executor's weights and optimizer state, all that it takes to go on elsewhere. */
  get state(): LoopState {
    return {
      step: this.#step,
      epochs: this.#epochs,
      epoch: this.#report.epochSums,
      validationDue: this.#validationDue,
    };
  }

  /** Goes on where another loop with the same settings and dataset stood; the executor's values are the caller's. */
  restore(state: LoopState): void {
    this.#step = state.step;
    this.#epochs = state.epochs;
    this.#validationDue = state.validationDue;
    this.#report.epochGoesOn(state.epoch);
  }

  /** Trains until the stretch is done, stopped or diverged. Sends `started` and all that follows but `ended`. */
  async run(stretch: Stretch, watcher: LoopWatcher = nobody): Promise<RunEnd> {
    this.#epochs = stretch.epochs;
    this.#report.sendStarted(stretch, this.#executor, this.#step);
    this.#report.trainingGoesOn();
    if (this.#validationDue) await this.#endEpoch(stretch, watcher);
    const end = await this.#train(stretch, watcher);
    this.#report.sendTelemetry(stretch, this.#imagesLeft(stretch));
    return end;
  }

  /** Frees what it holds beside the executor. */
  dispose(): void {
    this.#batches.dispose();
  }

  async #train(stretch: Stretch, watcher: LoopWatcher): Promise<RunEnd> {
    while (this.#step < this.#lastStep(stretch)) {
      if (stretch.control.stopped) return stopped;
      const { batch, result } = await this.#takeStep(stretch);
      if (!result.finite) return this.#diverged(batch, result.loss);
      this.#report.sendDueTelemetry(stretch, this.#imagesLeft(stretch));
      const goesOn = await this.#turn(stretch);
      if (this.#validationDue) await this.#endEpoch(stretch, watcher);
      else if (!goesOn) return stopped;
      else if (watcher.isDue()) {
        // Telemetry waits for its turn at 30 Hz; who goes on from here does not measure this step again.
        this.#report.sendTelemetry(stretch, this.#imagesLeft(stretch));
        watcher.stepEnds();
      }
    }
    return stretch.control.stopped ? stopped : finished;
  }

  async #takeStep(stretch: Stretch): Promise<{ readonly batch: Batch; readonly result: StepResult }> {
    if (this.#step % this.#stepsPerEpoch === 0) this.#report.epochBegins();
    const batch = await this.#batches.batchOf(this.#step);
    const learningRate = learningRateAt(this.#settings, this.#step, {
      stepsPerEpoch: this.#stepsPerEpoch,
      totalSteps: stretch.epochs * this.#stepsPerEpoch,
    });
    const telemetry = this.#isSampled(stretch) && (this.#hasStatistics(stretch) || 'norms');
    const result = this.#executor.step(batch, { learningRate, step: this.#step, telemetry });
    this.#step += 1;
    this.#validationDue = this.#step % this.#stepsPerEpoch === 0;
    this.#report.stepEnds(result, this.#step, learningRate, batch.size);
    return { batch, result };
  }

  /** The first step is always sampled, for it shows the gradient at initialisation; so is the last. */
  #isSampled(stretch: Stretch): boolean {
    if (stretch.sampledSteps !== undefined) return stretch.sampledSteps.has(this.#step + 1);
    return this.#step % this.#settings.telemetryEvery === 0 || this.#step + 1 === this.#lastStep(stretch);
  }

  /**
   * Statistics of activations cost more than all norms: they are measured at every tenth step at most, and at the last. Where
   * a run is done again, where they were then.
   */
  #hasStatistics(stretch: Stretch): boolean {
    if (stretch.statisticsSteps !== undefined) return stretch.statisticsSteps.has(this.#step + 1);
    return (
      this.#step % statisticsPeriod(this.#settings.telemetryEvery) === 0 ||
      this.#step + 1 === this.#lastStep(stretch)
    );
  }

  /**
   * Validates, unless the run is to stop: then the next stretch begins with it. The epoch counts, and is told of, in
   * either case.
   */
  async #endEpoch(stretch: Stretch, watcher: LoopWatcher): Promise<void> {
    this.#report.sendTelemetry(stretch, this.#imagesLeft(stretch));
    const { numbers } = this.#split.validation;
    const validation = stretch.control.stopped
      ? null
      : await evaluateAll(this.#executor, this.#validationReader, numbers, () => this.#turn(stretch));
    this.#validationDue = validation === null;
    this.#report.sendEpoch(stretch, { epoch: this.epochsDone, step: this.#step }, validation);
    watcher.epochEnds();
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
      () => this.#report.trainingGoesOn(),
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
