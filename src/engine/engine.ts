import { assertNever } from '../network/assertNever';
import { datasetFacts } from '../network/datasets/datasetFacts';
import type { DatasetReference } from '../network/datasets/datasetReference';
import { heartbeatMilliseconds } from '../protocol/engineControl';
import type { EngineCommand, EngineEvent } from '../protocol/engineMessages';
import { AdviceError } from './adviceError';
import type { LoadedDataset } from './data/dataset';
import { DatasetDesk } from './data/datasetDesk';
import { DatasetShelf } from './data/datasetShelf';
import { deviceOptions, loadRuntime, runtimeName } from './devices/runtime';
import { checkTrainable } from './train/checkTrainable';
import { describeFailure } from './train/failure';
import { lacksMemory } from './train/memoryLack';
import { RunControl } from './train/runControl';
import { TrainingRun } from './train/trainingRun';

/** What the host of an engine decides, and no one who merely sends it commands. */
export interface EngineOptions {
  /** Folder that the run is written to. */
  readonly runFolder?: string;
  /** Ends a run after so many steps. */
  readonly stopAfterSteps?: number;
  /** The built file of the thread that prepares batches, batchWorker.js; without it they are prepared between steps. */
  readonly batchWorker?: string;
  /** Datasets that are read already. */
  readonly datasets?: DatasetShelf;
  /**
   * Hears that memory ran out, after the run's failure was sent. oneDNN then refuses to work for the rest of the
   * process's life: only another process trains reliably.
   */
  readonly onSpent?: () => void;
}

export interface Engine {
  handle(command: EngineCommand): void;
  /** Stops what runs, waits for the step under way, and frees the memory. */
  dispose(): Promise<void>;
}

/** Starts an engine: loads the library that trains, says so, and then carries out commands one run at a time. */
export function createEngine(send: (event: EngineEvent) => void, options: EngineOptions = {}): Engine {
  return new TrainingEngine(send, options);
}

type TrainCommand = Extract<EngineCommand, { type: 'train' }>;
type ContinueCommand = Extract<EngineCommand, { type: 'continue' }>;

/** A run that was asked for and has not ended. */
interface Job {
  readonly runId: string;
  readonly control: RunControl;
}

class TrainingEngine implements Engine {
  readonly #send: (event: EngineEvent) => void;
  readonly #options: EngineOptions;
  readonly #datasets: DatasetShelf;
  readonly #desk: DatasetDesk;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #jobs = new Set<Job>();
  /** Ends when all jobs so far have. Never rejects. */
  #idle: Promise<void> = Promise.resolve();
  /** The last run, which can be continued. */
  #run: TrainingRun | null = null;
  /** The id under which it was trained last. */
  #runId = '';

  constructor(send: (event: EngineEvent) => void, options: EngineOptions) {
    this.#send = send;
    this.#options = options;
    this.#datasets = options.datasets ?? new DatasetShelf();
    this.#desk = new DatasetDesk(this.#datasets, send);
    this.#heartbeat = setInterval(() => send({ type: 'heartbeat' }), heartbeatMilliseconds);
    loadRuntime().then(
      ({ device }) => send({ type: 'ready', device, options: deviceOptions() }),
      (error: unknown) => send({ type: 'unavailable', ...describeFailure(error), options: deviceOptions() }),
    );
  }

  handle(command: EngineCommand): void {
    switch (command.type) {
      case 'train':
        this.#stopAll();
        this.#enqueue(command.runId, (control) => this.#train(command, control));
        break;
      case 'continue':
        if (this.#busy) this.#fail(command.runId, new AdviceError('A run is under way.', 'Stop it first.'));
        else this.#enqueue(command.runId, (control) => this.#continue(command, control));
        break;
      case 'pause':
        this.#find(command.runId)?.control.pause();
        break;
      case 'resume':
        this.#find(command.runId)?.control.resume();
        break;
      case 'stop':
        this.#find(command.runId)?.control.stop();
        break;
      case 'forget':
        this.#find(command.runId)?.control.stop();
        this.#idle = this.#idle.then(() => this.#forget(command.runId));
        break;
      case 'listDatasets':
      case 'recogniseDataset':
      case 'previewDataset':
      case 'downloadDataset':
      case 'stopDownload':
        this.#desk.handle(command);
        break;
      default:
        assertNever(command);
    }
  }

  async dispose(): Promise<void> {
    clearInterval(this.#heartbeat);
    this.#stopAll();
    this.#desk.dispose();
    await this.#idle;
    this.#dropRun();
  }

  #enqueue(runId: string, carryOut: (control: RunControl) => Promise<void>): void {
    const job: Job = { runId, control: new RunControl() };
    this.#jobs.add(job);
    this.#idle = this.#idle
      .then(() => carryOut(job.control))
      .catch((error: unknown) => this.#fail(runId, error))
      .finally(() => this.#jobs.delete(job));
  }

  async #train({ runId, project }: TrainCommand, control: RunControl): Promise<void> {
    const { document, analysis } = checkTrainable(project);
    const { training } = document;
    this.#dropRun();
    this.#prepare(runId, `Loading ${runtimeName()}`);
    const { device, preparation, createExecutor } = await loadRuntime();
    const dataset = await this.#read(training.dataset, runId, control);
    if (dataset !== null) this.#prepare(runId, preparation);
    if (dataset === null || !(await control.turn())) {
      this.#send({ type: 'ended', runId, reason: 'stopped', step: 0, message: null, node: null });
      return;
    }
    const executor = createExecutor(document, analysis);
    const folder = this.#options.runFolder ?? null;
    const { batchWorker } = this.#options;
    try {
      this.#run = new TrainingRun({ document, analysis, dataset, device, executor, folder, batchWorker });
    } catch (error) {
      executor.dispose();
      throw error;
    }
    await this.#stretch(this.#run, runId, training.epochs, control);
  }

  /** The dataset of a run; null where the run was stopped while it was read. */
  async #read(
    reference: DatasetReference,
    runId: string,
    control: RunControl,
  ): Promise<LoadedDataset | null> {
    const activity = `Reading ${datasetFacts(reference).label}`;
    this.#prepare(runId, activity);
    const tell = (share: number): void => {
      if (control.stopped) throw new AdviceError('Reading the data was stopped.', 'Start again to read it.');
      this.#prepare(runId, activity, share);
    };
    try {
      return await this.#datasets.get(reference, tell);
    } catch (error) {
      if (control.stopped) return null;
      throw error;
    }
  }

  async #continue({ runId, epochs }: ContinueCommand, control: RunControl): Promise<void> {
    const run = this.#run;
    if (run === null)
      throw new AdviceError('There is no run to continue.', 'Press Train to start one from fresh weights.');
    if (run.diverged)
      throw new AdviceError(
        'The last run diverged, and going on would do so again.',
        'Lower the learning rate and press Train to start from fresh weights.',
      );
    await this.#stretch(run, runId, run.epochsDone + epochs, control);
  }

  /** A run that failed in the middle can't be trusted any more: it is dropped. */
  async #stretch(run: TrainingRun, runId: string, epochs: number, control: RunControl): Promise<void> {
    const stopAfterSteps = this.#options.stopAfterSteps ?? null;
    this.#runId = runId;
    try {
      await run.train({ runId, epochs, stopAfterSteps, control, send: this.#send });
    } catch (error) {
      this.#dropRun();
      throw error;
    }
  }

  #prepare(runId: string, activity: string, progress: number | null = null): void {
    this.#send({ type: 'preparing', runId, activity, progress });
  }

  #fail(runId: string, error: unknown): void {
    this.#send({ type: 'failed', runId, ...describeFailure(error) });
    if (lacksMemory(error)) this.#options.onSpent?.();
  }

  #forget(runId: string): void {
    if (runId === this.#runId) this.#dropRun();
  }

  #dropRun(): void {
    this.#run?.dispose();
    this.#run = null;
  }

  /** A run is under way, or waits, that was not told to stop. */
  get #busy(): boolean {
    return [...this.#jobs].some(({ control }) => !control.stopped);
  }

  #stopAll(): void {
    for (const { control } of this.#jobs) control.stop();
  }

  #find(runId: string): Job | undefined {
    return [...this.#jobs].find((job) => job.runId === runId);
  }
}
