import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assertNever } from '../../network/assertNever';
import type { Experiment } from '../../network/laboratory/experiment';
import { countTrials } from '../../network/laboratory/trials';
import type { EngineEvent, LaboratoryCommand } from '../../protocol/engineMessages';
import type { ExperimentSummary } from '../../protocol/laboratoryMessages';
import { AdviceError } from '../adviceError';
import type { DatasetShelf } from '../data/datasetShelf';
import { loadRuntime } from '../devices/runtime';
import type { EngineOptions } from '../engineOptions';
import { describeFailure } from '../train/failure';
import type { JobQueue } from '../train/jobQueue';
import { lacksMemory } from '../train/memoryLack';
import type { RunControl } from '../train/runControl';
import { LaboratoryFile } from './laboratoryFile';
import { type LaboratoryProgress, runExperiment } from './runExperiment';

/** Under the folder of runs: a file for each experiment. Runs of trials lie among the other runs. */
const experimentsFolder = 'experiments';
const ending = '.json';
/** Progress is told four times a second at most. */
const progressMilliseconds = 250;

interface Surroundings {
  readonly queue: JobQueue;
  readonly datasets: DatasetShelf;
  readonly options: Pick<EngineOptions, 'runsFolder' | 'batchWorker' | 'onSpent'>;
  readonly send: (event: EngineEvent) => void;
}

/** Answers what windows ask of the laboratory; its experiments take their turn with the engine's runs. */
export class LaboratoryDesk {
  readonly #surroundings: Surroundings;
  #running: string | null = null;
  /** Experiments that were asked for. */
  #jobs = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  handle(command: LaboratoryCommand): void {
    const { queue } = this.#surroundings;
    switch (command.type) {
      case 'listExperiments':
        this.#attempt(null, () => this.#list());
        break;
      case 'openExperiment':
        this.#attempt(command.experiment, () =>
          this.#tell(LaboratoryFile.open(this.#pathOf(command.experiment))),
        );
        break;
      case 'runExperiment': {
        const { experiment } = command;
        queue.stopAll();
        this.#jobs += 1;
        queue.add(this.#job, (control) => this.#run(experiment, control));
        break;
      }
      case 'stopExperiment':
        queue.find(this.#job)?.control.stop();
        break;
      default:
        assertNever(command);
    }
  }

  /** Name of the latest among the engine's jobs. */
  get #job(): string {
    return `laboratory-${this.#jobs}`;
  }

  async #run(experiment: Experiment, control: RunControl): Promise<void> {
    const { datasets, options, send } = this.#surroundings;
    if (control.stopped) return;
    this.#running = experiment.id;
    let file: LaboratoryFile | null = null;
    try {
      const begun = LaboratoryFile.begin(this.#pathOf(experiment.id), experiment);
      file = begun;
      this.#tell(begun);
      const runtime = await loadRuntime();
      const dataset = await datasets.get(experiment.training.dataset);
      const { batchWorker } = options;
      await runExperiment(
        begun,
        { runtime, dataset, batchWorker, control, runsFolder: this.#runsFolder() },
        { progress: (progress) => this.#progress(progress), done: () => this.#tell(begun) },
      );
    } catch (error) {
      const { message, advice } = describeFailure(error);
      send({ type: 'laboratoryFailed', experiment: experiment.id, message, advice });
      if (lacksMemory(error)) options.onSpent?.();
    } finally {
      this.#running = null;
      if (file !== null) this.#tell(file);
    }
  }

  #tell(file: LaboratoryFile): void {
    const { experiment, results } = file;
    const running = this.#running === experiment.id;
    const withoutRun = results
      .filter(({ run }) => !existsSync(join(this.#runsFolder(), run, 'run.json')))
      .map(({ trial }) => trial);
    this.#surroundings.send({ type: 'experiment', experiment, results: [...results], withoutRun, running });
  }

  #progress(progress: LaboratoryProgress): void {
    if (progress.step > 0 && performance.now() - this.#toldAt < progressMilliseconds) return;
    this.#toldAt = performance.now();
    this.#surroundings.send({ type: 'laboratoryProgress', ...progress });
  }

  /** One that can't be read is left out: opening it says why. */
  #list(): void {
    const { runsFolder } = this.#surroundings.options;
    const folder = runsFolder === undefined ? null : join(runsFolder, experimentsFolder);
    const names = folder !== null && existsSync(folder) ? readdirSync(folder) : [];
    const experiments = names
      .filter((name) => name.endsWith(ending))
      .flatMap((name) => summaryOf(join(folder ?? '', name)))
      .sort((left, right) => Date.parse(right.startedAt) - Date.parse(left.startedAt));
    this.#surroundings.send({ type: 'experiments', experiments, running: this.#running });
  }

  #attempt(experiment: string | null, action: () => void): void {
    try {
      action();
    } catch (error) {
      const { message, advice } = describeFailure(error);
      this.#surroundings.send({ type: 'laboratoryFailed', experiment, message, advice });
    }
  }

  #pathOf(experiment: string): string {
    return join(this.#runsFolder(), experimentsFolder, `${experiment}${ending}`);
  }

  #runsFolder(): string {
    const { runsFolder } = this.#surroundings.options;
    if (runsFolder !== undefined) return runsFolder;
    throw new AdviceError(
      'This engine keeps no runs, so it has no laboratory.',
      'Start Layerwise itself, or use the command line: layerwise lab.',
    );
  }
}

function summaryOf(path: string): readonly ExperimentSummary[] {
  try {
    const { experiment, startedAt, results } = LaboratoryFile.open(path);
    const { id, name } = experiment;
    return [{ id, name, startedAt, done: results.length, total: countTrials(experiment) }];
  } catch (error) {
    if (error instanceof AdviceError) return [];
    throw error;
  }
}
