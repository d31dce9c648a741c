import { closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineEvent, EngineEventOf } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import { type CheckpointSource, encodeCheckpoint } from './checkpoints/encodeCheckpoint';
import { epochLine, stepLines } from './metricLine';
import type { RunRecord } from './runRecord';
import { writeAside } from './writeAside';

/**
 * The folder of one run: run.json, metrics.jsonl and checkpoints/last.safetensors. It is valid after a kill at any
 * byte: each line of metrics is one write, so at most the last is cut off, and the other files are written aside
 * and renamed.
 */
export class RunFolder {
  readonly #path: string;
  readonly #metrics: number;
  #started: EngineEventOf<'started'> | null = null;

  /** Makes the folder, or takes one that holds no run. Throws an AdviceError where that can't be done. */
  constructor(path: string, record: RunRecord) {
    this.#path = path;
    claimRunFolder(path);
    this.#metrics = inFolder(path, () => {
      writeAside(join(path, 'run.json'), `${JSON.stringify(record, null, 2)}\n`);
      return openSync(join(path, 'metrics.jsonl'), 'ax');
    });
  }

  /** Writes down what the event measured, if it measured something. */
  record(event: EngineEvent): void {
    if (event.type === 'started') this.#started = event;
    else if (event.type === 'telemetry' && this.#started !== null)
      for (const line of stepLines(this.#started, event)) this.#append(line);
    else if (event.type === 'epoch') this.#append(epochLine(event));
    else if (event.type === 'ended') {
      const { type: _type, runId: _runId, ...end } = event;
      this.#append({ type: 'end', ...end });
    }
  }

  saveCheckpoint(source: CheckpointSource): void {
    const path = join(this.#path, 'checkpoints', 'last.safetensors');
    inFolder(this.#path, () => writeAside(path, encodeCheckpoint(source)));
  }

  close(): void {
    closeSync(this.#metrics);
  }

  #append(line: object): void {
    inFolder(this.#path, () => writeSync(this.#metrics, `${JSON.stringify(line)}\n`));
  }
}

/** Makes the folder. Throws an AdviceError where that can't be done, or a run that is there would be lost. */
export function claimRunFolder(path: string): void {
  if (existsSync(join(path, 'run.json')) || existsSync(join(path, 'metrics.jsonl')))
    throw new AdviceError(
      `The folder ${path} holds a run already.`,
      'Name a new folder for this run, or move the old one away.',
    );
  inFolder(path, () => mkdirSync(join(path, 'checkpoints'), { recursive: true }));
}

function inFolder<Result>(path: string, write: () => Result): Result {
  try {
    return write();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AdviceError(
      `The run can't be written to ${path}: ${reason}.`,
      'Check that the folder may be written to and the disk has room.',
      { cause },
    );
  }
}
