import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { assertNever } from '../../network/assertNever';
import type { EngineEventOf } from '../../protocol/engineMessages';
import type { RunsCommand, RunsEvent } from '../../protocol/keptRunMessages';
import { listedRunsLimit } from '../../protocol/runMessages';
import { AdviceError } from '../adviceError';
import { describeFailure } from '../train/failure';
import { diskUse } from './diskUse';
import { existingRun } from './existingRun';
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
        this.#change((folder) => writeRunNotes(existingRun(folder, command.folder), command.notes));
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
        void this.#read(command.folders);
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

  /**
   * One a turn of the event loop: a run under way has its steps in between. One that was thrown away after it was asked
   * for is told by the list. Never rejects.
   */
  async #read(folders: readonly string[]): Promise<void> {
    let gone = false;
    for (const name of folders) {
      await nextTurn();
      if (this.#folder !== null && !existsSync(join(this.#folder, name))) gone = true;
      else this.#attempt(() => this.#send(readRunCurves(join(this.#runsFolder(), name))));
    }
    if (gone) this.#attempt(() => this.#list());
  }

  #attempt(action: () => void): void {
    try {
      action();
    } catch (error) {
      const { message, advice } = describeFailure(error);
      this.#send({ type: 'runsFailed', message, advice });
    }
  }

  #runsFolder(): string {
    if (this.#folder !== null) return this.#folder;
    throw new AdviceError('This engine keeps no runs.', 'Start Layerwise itself to see those that it keeps.');
  }
}

/** The latest runs in a folder, the latest first, and what all of them take on the disk. */
export function describeRuns(folder: string | null): EngineEventOf<'runs'> {
  if (folder === null) return { type: 'runs', folder, runs: [], bytes: 0 };
  const { runs } = existsSync(folder) ? listRuns(folder) : { runs: [] };
  const sizes = runs.map(({ folder: path }) => diskUse(path));
  const listed = runs.slice(0, listedRunsLimit).map(({ folder: path, step, ...summary }, place) => {
    const { notes, fault } = readRunNotes(path);
    return {
      ...summary,
      ...{ folder: basename(path), step: step ?? 0, bytes: sizes[place] ?? 0, notes, notesFault: fault },
    };
  });
  return { type: 'runs', folder, runs: listed, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
