import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EngineEvent, EngineEventOf } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import { CheckpointFiles, checkpointFile } from './checkpoints/checkpointFiles';
import { type CheckpointSource, encodeCheckpoint } from './checkpoints/encodeCheckpoint';
import { diskUse } from './diskUse';
import { writingFault } from './fileFault';
import { epochLine } from './metricLine';
import { endLine, lightStepLines } from './metrics/metricSchemas';
import { MetricsWriter } from './metrics/metricsWriter';
import { RunLock } from './runLock';
import type { RunRecord } from './runRecord';
import { TelemetryWriter } from './telemetry/telemetryWriter';
import { writeAside } from './writeAside';

/**
 * The folder of one run while it is trained: what happens is written down as it happens. It is valid after a kill at
 * any byte (docs/runs.md). Everything throws an AdviceError where the folder can't be written to; what was to be
 * written is kept then, and written with what comes next.
 */
export class RunFolder {
  readonly #path: string;
  #lock: RunLock;
  /** The text of run.json. */
  readonly #record: string;
  readonly #metrics: MetricsWriter;
  readonly #checkpoints: CheckpointFiles;
  /** What is measured, as the run's start tells it. */
  #measured: EngineEventOf<'started'> | null = null;
  #telemetry: TelemetryWriter | null = null;
  /** The step from which a run from disk goes on, until its telemetry was opened. */
  #resumedFrom: number | null;

  private constructor(path: string, record: string, lock: RunLock, resumedFrom: number | null) {
    this.#path = path;
    this.#record = record;
    this.#lock = lock;
    this.#resumedFrom = resumedFrom;
    this.#checkpoints = new CheckpointFiles(join(path, 'checkpoints'));
    this.#metrics = MetricsWriter.open(join(path, 'metrics.jsonl'));
  }

  /** Makes the folder, or takes one that holds no run. */
  static create(path: string, record: RunRecord): RunFolder {
    claimRunFolder(path);
    return RunFolder.#locked(path, null, () => {
      const text = `${JSON.stringify(record, null, 2)}\n`;
      writeRecord(path, text);
      return text;
    });
  }

  /** Opens the folder of a run that goes on from its checkpoint at `fromStep`: what was measured beyond it is measured again. */
  static reopen(path: string, fromStep: number): RunFolder {
    return RunFolder.#locked(path, fromStep, () => {
      new CheckpointFiles(join(path, 'checkpoints')).removePartial();
      return readFileSync(join(path, 'run.json'), 'utf8');
    });
  }

  /** `prepare` returns the text of run.json. */
  static #locked(path: string, resumedFrom: number | null, prepare: () => string): RunFolder {
    const lock = RunLock.acquire(path);
    try {
      return new RunFolder(path, prepare(), lock, resumedFrom);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Where it is, and how large. */
  get place(): { readonly folder: string; readonly path: string; readonly bytes: number } {
    return { folder: basename(this.#path), path: this.#path, bytes: diskUse(this.#path) };
  }

  /** Writes down what the event measured, if it measured something. */
  record(event: EngineEvent): void {
    switch (event.type) {
      case 'started':
        this.#start(event);
        break;
      case 'telemetry':
        inTurn(
          () => this.#openTelemetry().append(event),
          () => this.#metrics.append(...lightStepLines(event)),
        );
        break;
      case 'epoch':
        this.#metrics.append(epochLine(event));
        break;
      case 'ended':
        this.#metrics.append(endLine(event));
        break;
      case 'resumed':
        this.flush();
        break;
      default:
    }
  }

  saveCheckpoint(source: CheckpointSource, best: boolean): void {
    this.#takeAnew();
    this.#lock.check();
    this.flush();
    const encoded = encodeCheckpoint(source);
    this.#checkpoints.save(encoded, { best });
    const file = checkpointFile('last');
    this.#metrics.append({ type: 'checkpoint', step: source.step, file, bytes: encoded.byteLength });
  }

  /** Returns once the disk has everything. */
  flush(): void {
    inTurn(
      () => this.#telemetry?.flush(),
      () => this.#metrics.flush(),
    );
  }

  /** Tries once more to write what could not be written. */
  close(): void {
    try {
      this.flush();
    } catch (error) {
      if (!(error instanceof AdviceError)) throw error;
      // Whoever trains was told of it when it was to be written.
    } finally {
      this.#telemetry?.close();
      this.#metrics.close();
      this.#lock.release();
    }
  }

  /** A folder that was removed and made again is this run's once more. */
  #takeAnew(): void {
    if (!existsSync(this.#path) || existsSync(join(this.#path, 'run.json'))) return;
    this.#lock = RunLock.acquire(this.#path);
    writeRecord(this.#path, this.#record);
  }

  #start(started: EngineEventOf<'started'>): void {
    const { firstStep, epochs } = started;
    this.#measured = started;
    const at = new Date().toISOString();
    const goesOn = this.#resumedFrom !== null || firstStep > 0;
    inTurn(
      () => goesOn && this.#metrics.append({ type: 'resumed', fromStep: firstStep, epochs, at }),
      () => this.#openTelemetry(),
    );
  }

  /** The first time that it can be opened; a run from disk measures anew what it measured beyond its checkpoint. */
  #openTelemetry(): TelemetryWriter {
    if (this.#measured === null) throw new Error('The run has not started.');
    this.#telemetry ??= TelemetryWriter.open(join(this.#path, 'telemetry'), this.#measured, {
      keepThroughStep: this.#resumedFrom ?? undefined,
    });
    this.#resumedFrom = null;
    return this.#telemetry;
  }
}

function writeRecord(path: string, text: string): void {
  try {
    writeAside(join(path, 'run.json'), text);
  } catch (cause) {
    throw writingFault(path, cause);
  }
}

/** Does both, also where the first fails: each keeps what it could not write. */
function inTurn(first: () => unknown, second: () => unknown): void {
  try {
    first();
  } finally {
    second();
  }
}

/** Makes the folder. Throws an AdviceError where that can't be done, or a run that is there would be lost. */
export function claimRunFolder(path: string): void {
  if (existsSync(join(path, 'run.json')) || existsSync(join(path, 'metrics.jsonl')))
    throw new AdviceError(
      `The folder ${path} holds a run already.`,
      'Name a new folder for this run, or go on with the old one: layerwise resume.',
    );
  try {
    mkdirSync(join(path, 'checkpoints'), { recursive: true });
  } catch (cause) {
    throw writingFault(path, cause);
  }
}
