import type { DatasetReference } from '../network/datasets/datasetReference';
import { heartbeatMilliseconds } from '../protocol/engineControl';
import type { EngineCommand, EngineEvent } from '../protocol/engineMessages';
import { AdviceError } from './adviceError';
import type { LoadedDataset } from './data/dataset';
import { DatasetDesk } from './data/datasetDesk';
import { DatasetShelf } from './data/datasetShelf';
import { loadRuntime, runtimeName } from './devices/runtime';
import { tellRuntime } from './devices/tellRuntime';
import type { EngineOptions } from './engineOptions';
import { answerInspection } from './inspection/answerInspection';
import { LaboratoryDesk } from './laboratory/laboratoryDesk';
import { ProbeDesk } from './probe/probeDesk';
import { RunShelf } from './runs/runShelf';
import { tellStory } from './runs/runStory';
import { RunsDesk } from './runs/runsDesk';
import { showRun } from './runs/showRun';
import { checkTrainable } from './train/checkTrainable';
import { describeFailure } from './train/failure';
import { JobQueue } from './train/jobQueue';
import { lacksMemory } from './train/memoryLack';
import { newRun } from './train/newRun';
import { readForRun } from './train/readForRun';
import { resumeRun } from './train/resumeRun';
import type { RunControl } from './train/runControl';
import type { TrainingRun } from './train/trainingRun';
import { trainTwin } from './train/twinRun';

export type { EngineOptions };

export interface Engine {
  handle(command: EngineCommand): void;
  /** Stops what runs, waits for the step under way, and frees the memory. */
  dispose(): Promise<void>;
}

/** Starts an engine: loads the library that trains, says so, and then carries out commands one run at a time. */
export function createEngine(send: (event: EngineEvent) => void, options: EngineOptions = {}): Engine {
  return new TrainingEngine(send, options);
}

type CommandOf<Type extends EngineCommand['type']> = Extract<EngineCommand, { type: Type }>;

class TrainingEngine implements Engine {
  readonly #send: (event: EngineEvent) => void;
  readonly #options: EngineOptions;
  readonly #datasets: DatasetShelf;
  readonly #desk: DatasetDesk;
  readonly #probes: ProbeDesk;
  readonly #laboratory: LaboratoryDesk;
  readonly #runs: RunShelf;
  readonly #runsDesk: RunsDesk;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #queue = new JobQueue((runId, error) => this.#fail(runId, error));
  /** The last run, which can be continued. */
  #run: TrainingRun | null = null;
  /** A run that is shown from disk and was not trained since. */
  #shown: string | null = null;
  /** The id under which it was trained or shown last. */
  #runId = '';

  constructor(send: (event: EngineEvent) => void, options: EngineOptions) {
    this.#send = send;
    this.#options = options;
    this.#datasets = options.datasets ?? new DatasetShelf();
    this.#desk = new DatasetDesk(this.#datasets, send);
    this.#probes = new ProbeDesk(this.#datasets, send);
    this.#runs = new RunShelf(options.runsFolder ?? null, options.runFolder ?? null);
    this.#runsDesk = new RunsDesk(options.runsFolder ?? null, send);
    this.#laboratory = new LaboratoryDesk({ queue: this.#queue, datasets: this.#datasets, options, send });
    this.#heartbeat = setInterval(() => send({ type: 'heartbeat' }), heartbeatMilliseconds);
    tellRuntime(send);
  }

  handle(command: EngineCommand): void {
    switch (command.type) {
      case 'train':
        this.#queue.addInstead(command.runId, (control) => this.#train(command, control));
        break;
      case 'trainTwin':
        this.#queue.addInstead(command.runId, (control) => this.#trainTwin(command, control), command.twinId);
        break;
      case 'continue':
        if (this.#queue.busy)
          this.#fail(command.runId, new AdviceError('A run is under way.', 'Stop it first.'));
        else this.#queue.add(command.runId, (control) => this.#continue(command, control));
        break;
      case 'openRun':
        this.#queue.addInstead(command.runId, (control) => this.#show(command, control));
        break;
      case 'resumeRun':
        this.#queue.addInstead(command.runId, (control) => this.#resume(command, null, control));
        break;
      case 'pause':
      case 'resume':
      case 'stop':
        this.#queue.find(command.runId)?.control[command.type]();
        break;
      case 'forget':
        this.#queue.find(command.runId)?.control.stop();
        this.#queue.addBetween(() => {
          if (command.runId === this.#runId) this.#dropRun();
        });
        break;
      case 'listDatasets':
      case 'recogniseDataset':
      case 'previewDataset':
      case 'downloadDataset':
      case 'stopDownload':
        this.#desk.handle(command);
        break;
      case 'probe':
        this.#probes.handle(command);
        break;
      case 'inspectNode':
        answerInspection(command, this.#run, this.#send);
        break;
      case 'listExperiments':
      case 'openExperiment':
      case 'runExperiment':
      case 'stopExperiment':
        this.#laboratory.handle(command);
        break;
      default:
        this.#runsDesk.handle(command);
    }
  }

  async dispose(): Promise<void> {
    clearInterval(this.#heartbeat);
    this.#queue.stopAll();
    this.#desk.dispose();
    await Promise.all([this.#queue.idle, this.#probes.dispose()]);
    this.#dropRun();
  }

  async #train({ runId, project }: CommandOf<'train'>, control: RunControl): Promise<void> {
    const { document, analysis } = checkTrainable(project);
    const { training } = document;
    this.#dropRun();
    this.#prepare(runId, `Loading ${runtimeName()}`);
    const runtime = await loadRuntime();
    const dataset = await this.#read(training.dataset, runId, control);
    if (dataset !== null) this.#prepare(runId, runtime.preparation);
    if (dataset === null || !(await control.turn())) return this.#endUnstarted(runId, 0);
    this.#run = newRun(
      { document, analysis },
      { runtime, dataset, runs: this.#runs, options: this.#options },
    );
    await this.#stretch(this.#run, runId, training.epochs, control);
  }

  /** Of the two the first is kept, and can be continued. */
  async #trainTwin(command: CommandOf<'trainTwin'>, control: RunControl): Promise<void> {
    const run = await trainTwin(command, {
      begin: () => this.#dropRun(),
      ...{ control, options: this.#options, runs: this.#runs, send: this.#send },
      read: (reference, tell) => readForRun(this.#datasets, reference, control, tell),
      fail: (runId, error) => this.#fail(runId, error),
    });
    if (run === null) return;
    this.#run = run;
    this.#runId = command.runId;
  }

  /** The dataset of a run; null where the run was stopped while it was read. */
  #read(reference: DatasetReference, runId: string, control: RunControl): Promise<LoadedDataset | null> {
    return readForRun(this.#datasets, reference, control, (activity, progress) =>
      this.#prepare(runId, activity, progress),
    );
  }

  async #continue({ runId, epochs }: CommandOf<'continue'>, control: RunControl): Promise<void> {
    const run = this.#run;
    if (run === null && this.#shown !== null)
      return this.#resume({ runId, folder: this.#shown }, epochs, control);
    if (run === null)
      throw new AdviceError('There is no run to continue.', 'Press Train to start one from fresh weights.');
    if (run.diverged)
      throw new AdviceError(
        'The last run diverged, and going on would do so again.',
        'Lower the learning rate and press Train to start from fresh weights.',
      );
    await this.#stretch(run, runId, run.epochsDone + epochs, control);
  }

  async #show({ runId, folder }: CommandOf<'openRun'>, control: RunControl): Promise<void> {
    const kept = this.#runs.open(folder);
    this.#dropRun();
    this.#shown = folder;
    this.#runId = runId;
    await showRun(kept, runId, control, this.#send);
  }

  /** `moreEpochs` beyond those that are done; null for the end that the run was to have. */
  async #resume(
    { runId, folder }: Pick<CommandOf<'resumeRun'>, 'runId' | 'folder'>,
    moreEpochs: number | null,
    control: RunControl,
  ): Promise<void> {
    const kept = this.#runs.open(folder);
    this.#dropRun();
    const { document, checkpoint } = kept;
    for (const event of tellStory(kept, runId, checkpoint?.step ?? 0)) this.#send(event);
    this.#prepare(runId, `Loading ${runtimeName()}`);
    const runtime = await loadRuntime();
    const dataset = await this.#read(document.training.dataset, runId, control);
    if (dataset !== null) this.#prepare(runId, runtime.preparation);
    if (dataset === null || !(await control.turn())) return this.#endUnstarted(runId, checkpoint?.step ?? 0);
    const { batchWorker, checkpointEvery } = this.#options;
    const { run, notes } = resumeRun(kept, { runtime, dataset, batchWorker, checkpointEvery });
    this.#run = run;
    for (const note of notes) this.#send({ type: 'noted', runId, ...note });
    const epochs = moreEpochs === null ? Math.max(kept.epochs, run.epochsDone) : run.epochsDone + moreEpochs;
    await this.#stretch(run, runId, epochs, control);
  }

  /** A run that failed in the middle can't be trusted any more: it is dropped. Its folder keeps its last checkpoint. */
  async #stretch(run: TrainingRun, runId: string, epochs: number, control: RunControl): Promise<void> {
    const stopAfterSteps = this.#options.stopAfterSteps ?? null;
    this.#runId = runId;
    this.#shown = null;
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

  /** A run that was stopped before its first step. */
  #endUnstarted(runId: string, step: number): void {
    this.#send({ type: 'ended', runId, reason: 'stopped', step, message: null, node: null });
  }

  #fail(runId: string, error: unknown): void {
    this.#send({ type: 'failed', runId, ...describeFailure(error) });
    if (lacksMemory(error)) this.#options.onSpent?.();
  }

  #dropRun(): void {
    this.#run?.dispose();
    this.#run = null;
    this.#shown = null;
  }
}
