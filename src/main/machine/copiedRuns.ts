import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TelemetryReader } from '../../engine/runs/telemetry/telemetryReader';
import { CopiedRun } from './copiedRun';
import { type CopyMark, lockCopy, lockedCopies, markCopy, readCopyMark, unlockCopy } from './copyMark';
import type { MachineClient } from './machineClient';

/** How a run stands on the other machine: checkpoints are copied when it pauses, and when it is over. */
export type CopyStage = 'training' | 'paused' | 'over';

/** The update under way in a folder of runs: one link may finish its last one there while the next begins. */
const turns = new Map<string, Promise<unknown>>();

/** Copies of the runs of another machine among the runs of this one. One update at a time. */
export class CopiedRuns {
  readonly #client: MachineClient;
  readonly #machine: string;
  readonly #runsFolder: string;

  constructor(client: MachineClient, machine: string, runsFolder: string) {
    this.#client = client;
    this.#machine = machine;
    this.#runsFolder = runsFolder;
  }

  /** Brings the copy of a run up to date; once it is over with its checkpoints. Rejects where that can't be done. */
  update(run: string, stage: CopyStage): Promise<void> {
    return this.#inTurn(() => this.#update(run, stage));
  }

  /** Completes the copies of runs that were under way when this machine heard of them last, but for those that still are. */
  async completeOthers(underWay: readonly string[]): Promise<void> {
    for (const name of lockedCopies(this.#runsFolder, this.#client.access.address))
      if (!underWay.includes(name)) await this.update(name, 'over');
  }

  /** What was measured of a run, up to date; null where it can't be read. */
  async telemetry(run: string): Promise<TelemetryReader | null> {
    try {
      await this.#inTurn(() => this.#copy(run, false));
      return TelemetryReader.open(join(this.#pathOf(run), 'telemetry'));
    } catch {
      return null;
    }
  }

  async #update(run: string, stage: CopyStage): Promise<void> {
    const path = this.#pathOf(run);
    if (stage !== 'over') lockCopy(this.#prepare(path), this.#mark);
    await this.#copy(run, stage !== 'training');
    if (stage === 'over') unlockCopy(path);
  }

  async #copy(run: string, checkpoints: boolean): Promise<void> {
    const path = this.#prepare(this.#pathOf(run));
    await new CopiedRun(this.#client, run, path).update({ checkpoints });
  }

  /** Makes the folder where it is not there yet: of a run that is under way, as far as anybody knows here. */
  #prepare(path: string): string {
    if (existsSync(path)) return path;
    mkdirSync(path, { recursive: true });
    markCopy(path, this.#mark);
    lockCopy(path, this.#mark);
    return path;
  }

  get #mark(): CopyMark {
    return { machine: this.#machine, address: this.#client.access.address };
  }

  /** Where this machine trained a run of the same name, the copy goes beside it. */
  #pathOf(run: string): string {
    const path = join(this.#runsFolder, run);
    return existsSync(path) && readCopyMark(path) === null ? `${path}-copy` : path;
  }

  #inTurn<Result>(action: () => Promise<Result>): Promise<Result> {
    const result = (turns.get(this.#runsFolder) ?? Promise.resolve()).then(action);
    turns.set(
      this.#runsFolder,
      result.catch(() => {}),
    );
    return result;
  }
}
