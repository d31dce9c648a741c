import { assertNever } from '../../network/assertNever';
import type { DatasetReference } from '../../network/datasets/datasetReference';
import type { EngineCommand, EngineEvent, TrainingCommand } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import type { LoadedDataset } from '../data/dataset';
import type { DatasetShelf } from '../data/datasetShelf';
import { loadRuntime, runtimeName } from '../devices/runtime';
import type { EngineOptions } from '../engineOptions';
import { RunShelf } from '../runs/runShelf';
import { tellStory } from '../runs/runStory';
import { showRun } from '../runs/showRun';
import { checkTrainable } from './checkTrainable';
import type { JobQueue } from './jobQueue';
import { newRun } from './newRun';
import { readForRun } from './readForRun';
import { resumeRun } from './resumeRun';
import type { RunControl } from './runControl';
import type { TrainingRun } from './trainingRun';
import { trainTwin } from './twinRun';

type CommandOf<Type extends EngineCommand['type']> = Extract<EngineCommand, { type: Type }>;

interface TrainingDeskParts {
  /** Of all that the engine carries out one after the other. */
  readonly queue: JobQueue;
  readonly datasets: DatasetShelf;
  readonly options: EngineOptions;
  send(event: EngineEvent): void;
  fail(runId: string, error: unknown): void;
}

/** Trains networks, one at a time, shows runs from disk, and goes on with either. */
export class TrainingDesk {
  readonly #send: TrainingDeskParts['send'];
  readonly #fail: TrainingDeskParts['fail'];
  readonly #options: EngineOptions;
  readonly #datasets: DatasetShelf;
  readonly #queue: JobQueue;
  readonly #runs: RunShelf;
  /** The last run, which can be continued. */
  #run: TrainingRun | null = null;
  /** A run that is shown from disk and was not trained since. */
  #shown: string | null = null;
  /** The id under which it was trained or shown last. */
  #runId = '';

  constructor({ queue, datasets, options, send, fail }: TrainingDeskParts) {
    this.#queue = queue;
    this.#datasets = datasets;
    this.#options = options;
    this.#send = send;
    this.#fail = fail;
    this.#runs = new RunShelf(options.runsFolder ?? null, options.runFolder ?? null);
  }

  /** The run whose weights are in memory; null where there is none. */
  get run(): TrainingRun | null {
    return this.#run;
  }

  handle(command: TrainingCommand): void {
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
          if (command.runId === this.#runId) this.dropRun();
        });
        break;
      default:
        assertNever(command);
    }
  }

  async #train({ runId, project }: CommandOf<'train'>, control: RunControl): Promise<void> {
    const { document, analysis } = checkTrainable(project);
    const { training } = document;
    this.dropRun();
    this.#prepare(runId, `Loading ${runtimeName()}`);
    const runtime = await loadRuntime();
    const dataset = await this.#read(training.dataset, runId, control);
    if (dataset !== null) this.#prepare(runId, runtime.preparation);
    if (dataset === null || !(await control.turn())) return this.#endUnstarted(runId, 0);
    const parts = { runtime, dataset, runs: this.#runs, options: this.#options };
    const { run, note } = newRun({ document, analysis }, parts);
    this.#run = run;
    if (note !== null) this.#send({ type: 'noted', runId, ...note });
    await this.#stretch(run, runId, training.epochs, control);
  }

  /** Of the two the first is kept, and can be continued. */
  async #trainTwin(command: CommandOf<'trainTwin'>, control: RunControl): Promise<void> {
    const run = await trainTwin(command, {
      begin: () => this.dropRun(),
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
    this.dropRun();
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
    this.dropRun();
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
      this.dropRun();
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

  /** Frees the memory of the run that could be continued. */
  dropRun(): void {
    this.#run?.dispose();
    this.#run = null;
    this.#shown = null;
  }
}
