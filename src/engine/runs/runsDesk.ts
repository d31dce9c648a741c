import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assertNever } from '../../network/assertNever';
import type { EngineEventOf, RunsCommand, RunsEvent } from '../../protocol/engineMessages';
import { listedRunsLimit } from '../../protocol/runMessages';
import { AdviceError } from '../adviceError';
import { diskUse } from './diskUse';
import { listRuns } from './listRuns';
import { readRunCurves } from './runCurves';
import { readRunNotes, writeRunNotes } from './runNotes';
import { moveToTrashFolder, restoreFromTrashFolder } from './trashedRuns';

/** Answers what windows ask of the runs on disk, beside showing and training one. */
export class RunsDesk {
  readonly #folder: string | null;
  readonly #send: (event: RunsEvent) => void;

  /** `folder` holds the runs; null where none are kept. */
  constructor(folder: string | null, send: (event: RunsEvent) => void) {
    this.#folder = folder;
    this.#send = send;
  }

  handle(command: RunsCommand): void {
    switch (command.type) {
      case 'listRuns':
        this.#attempt(() => this.#list());
        break;
      case 'annotateRun':
        this.#change((folder) => writeRunNotes(runIn(folder, command.folder), command.notes));
        break;
      case 'trashRuns': {
        const { folders } = command;
        this.#change((folder) =>
          this.#send({ type: 'runsTrashed', folders, place: moveToTrashFolder(folder, folders) }),
        );
        break;
      }
      case 'restoreRuns':
        this.#change((folder) => restoreFromTrashFolder(folder, command.folders));
        break;
      case 'readRuns':
        // One after the other, so that a run under way has its turn in between.
        for (const name of command.folders)
          setImmediate(() => this.#attempt(() => this.#send(readRunCurves(join(this.#runsFolder(), name)))));
        break;
      default:
        assertNever(command);
    }
  }

  /** Does something to the runs, and tells all windows how they stand then. */
  #change(action: (folder: string) => void): void {
    this.#attempt(() => action(this.#runsFolder()));
    this.#attempt(() => this.#list());
  }

  #list(): void {
    this.#send(describeRuns(this.#folder));
  }

  #attempt(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof AdviceError)) throw error;
      this.#send({ type: 'runsFailed', message: error.message, advice: error.advice });
    }
  }

  #runsFolder(): string {
    if (this.#folder !== null) return this.#folder;
    throw new AdviceError('This engine keeps no runs.', 'Start Layerwise itself to see those that it keeps.');
  }
}

/** The runs in a folder, the latest first. */
export function describeRuns(folder: string | null): EngineEventOf<'runs'> {
  if (folder === null) return { type: 'runs', folder, runs: [], bytes: 0 };
  const { runs } = existsSync(folder) ? listRuns(folder) : { runs: [] };
  const all = runs.map(({ folder: path, step, ...summary }) => {
    const { notes, fault } = readRunNotes(path);
    return {
      ...summary,
      ...{ folder: basename(path), step: step ?? 0, bytes: diskUse(path), notes, notesFault: fault },
    };
  });
  const bytes = all.reduce((sum, run) => sum + run.bytes, 0);
  return { type: 'runs', folder, runs: all.slice(0, listedRunsLimit), bytes };
}

function runIn(folder: string, name: string): string {
  const path = join(folder, name);
  if (existsSync(join(path, 'run.json'))) return path;
  throw new AdviceError(`There is no run ${name} any more.`, 'Look at the list of runs again.');
}
