import { heartbeatMilliseconds } from '../protocol/engineControl';
import type { EngineCommand, EngineEvent } from '../protocol/engineMessages';
import { DatasetDesk } from './data/datasetDesk';
import { DatasetShelf } from './data/datasetShelf';
import { UnreadableDataError } from './data/unreadableDataError';
import { tellRuntime } from './devices/tellRuntime';
import type { EngineOptions } from './engineOptions';
import { EvaluationDesk } from './evaluation/evaluationDesk';
import { ExportDesk } from './exporting/exportDesk';
import { answerInspection } from './inspection/answerInspection';
import { LaboratoryDesk } from './laboratory/laboratoryDesk';
import { ProbeDesk } from './probe/probeDesk';
import { RunsDesk } from './runs/runsDesk';
import { describeFailure } from './train/failure';
import { JobQueue } from './train/jobQueue';
import { lacksMemory } from './train/memoryLack';
import { TrainingDesk } from './train/trainingDesk';

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

class TrainingEngine implements Engine {
  readonly #send: (event: EngineEvent) => void;
  readonly #exports: ExportDesk;
  readonly #desk: DatasetDesk;
  readonly #probes: ProbeDesk;
  readonly #evaluations: EvaluationDesk;
  readonly #laboratory: LaboratoryDesk;
  readonly #training: TrainingDesk;
  readonly #runsDesk: RunsDesk;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #queue: JobQueue;

  constructor(send: (event: EngineEvent) => void, options: EngineOptions) {
    this.#send = send;
    this.#exports = new ExportDesk(options.runsFolder ?? null, send);
    const datasets = options.datasets ?? new DatasetShelf();
    const fail = (runId: string, error: unknown) => {
      const wantsData = error instanceof UnreadableDataError;
      send({ type: 'failed', runId, ...describeFailure(error), wantsData });
      if (lacksMemory(error)) options.onSpent?.();
    };
    this.#queue = new JobQueue(fail);
    this.#desk = new DatasetDesk(datasets, send);
    this.#probes = new ProbeDesk(datasets, options.runsFolder ?? null, send);
    this.#evaluations = new EvaluationDesk(datasets, options.runsFolder ?? null, send);
    this.#training = new TrainingDesk({ queue: this.#queue, datasets, options, send, fail });
    this.#runsDesk = new RunsDesk(options.runsFolder ?? null, send);
    this.#laboratory = new LaboratoryDesk({ queue: this.#queue, datasets, options, send });
    this.#heartbeat = setInterval(() => send({ type: 'heartbeat' }), heartbeatMilliseconds);
    tellRuntime(send);
  }

  handle(command: EngineCommand): void {
    switch (command.type) {
      case 'train':
      case 'trainTwin':
      case 'continue':
      case 'openRun':
      case 'resumeRun':
      case 'pause':
      case 'resume':
      case 'stop':
      case 'forget':
        this.#training.handle(command);
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
      case 'openTrained':
      case 'evaluate':
      case 'stopEvaluation':
      case 'predict':
        this.#evaluations.handle(command);
        break;
      case 'inspectNode':
        answerInspection(command, this.#training.run, this.#send);
        break;
      case 'exportNetwork':
      case 'takeExportedPart':
        void this.#exports.handle(command);
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
    this.#exports.dispose();
    await Promise.all([this.#queue.idle, this.#probes.dispose(), this.#evaluations.dispose()]);
    this.#training.dropRun();
  }
}
