import { AdviceError } from '../../engine/adviceError';
import { writingFault } from '../../engine/runs/fileFault';
import type { TelemetryReader } from '../../engine/runs/telemetry/telemetryReader';
import type { EngineEvent } from '../../protocol/engineMessages';
import type { CopiedRuns, CopyStage } from './copiedRuns';
import { MachineFault } from './machineFault';
import { recordedRuns } from './replayedRun';

const copyMilliseconds = 3_000;

/** A run that the other machine told of, and its folder's name where it has one. */
interface HeardRun {
  readonly id: string;
  readonly stage: CopyStage;
  readonly folder: string | undefined;
}

/** Keeps the copies of the runs that the other machine tells of up to date, for as long as there is a connection. */
export class RunCopying {
  readonly #copies: CopiedRuns;
  readonly #note: (event: EngineEvent) => void;
  /** Folders of runs that are written down, by the run's id. */
  readonly #folders = new Map<string, string>();
  readonly #underWay = new Map<string, CopyStage>();
  #timer: NodeJS.Timeout | null = null;
  #said = '';
  /** Every pass over the runs that was begun. */
  #passes: Promise<void> = Promise.resolve();

  /** `note` takes what a person should know. */
  constructor(copies: CopiedRuns, note: (event: EngineEvent) => void) {
    this.#copies = copies;
    this.#note = note;
  }

  /** Takes in what the other machine tells. */
  hear(event: EngineEvent): void {
    switch (event.type) {
      case 'recorded':
        if (this.#folders.get(event.runId) === event.folder) return;
        this.#folders.set(event.runId, event.folder);
        this.#copySoon();
        break;
      case 'started':
      case 'resumed':
        this.#enter(event.runId, 'training');
        break;
      case 'paused':
        this.#enter(event.runId, 'paused');
        break;
      case 'ended':
      case 'failed':
      case 'interrupted':
        this.#enter(event.runId, 'over');
        break;
      default:
    }
  }

  /** What was measured in the runs of a replay, by their id. */
  async telemetryOf(replay: readonly EngineEvent[]): Promise<ReadonlyMap<string, TelemetryReader>> {
    const readers = new Map<string, TelemetryReader>();
    for (const [runId, folder] of recordedRuns(replay)) {
      const reader = await this.#copies.telemetry(folder);
      if (reader !== null) readers.set(runId, reader);
    }
    return readers;
  }

  /** Runs that were under way when the connection was lost, and are not any more, are completed. */
  caughtUp(): void {
    const present = [...this.#underWay].flatMap(([id, stage]) =>
      stage === 'over' ? [] : [this.#folders.get(id)],
    );
    this.#copies
      .completeOthers(present.filter((folder) => folder !== undefined))
      .catch((error: unknown) => this.#say(error));
  }

  /** The connection is gone: what was heard is told anew on the next. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#folders.clear();
    this.#underWay.clear();
  }

  /** Resolves when what was begun is done: after `stop`, the copies of runs that are over. */
  settled(): Promise<void> {
    return this.#passes;
  }

  #enter(runId: string, stage: CopyStage): void {
    this.#underWay.set(runId, stage);
    if (stage === 'training') this.#copySoon();
    else this.#copy();
  }

  #copySoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#copy().then(() => {
        if ([...this.#underWay.values()].includes('training')) this.#copySoon();
      });
    }, copyMilliseconds);
  }

  #copy(): Promise<void> {
    const runs = [...this.#underWay].map(([id, stage]) => ({ id, stage, folder: this.#folders.get(id) }));
    const pass = this.#copyAll(runs);
    const earlier = this.#passes;
    this.#passes = pass.then(() => earlier);
    return pass;
  }

  async #copyAll(runs: readonly HeardRun[]): Promise<void> {
    for (const { id: runId, stage, folder } of runs) {
      // A run that is over is copied after `stop` too: nothing else completes it.
      if (folder === undefined || (stage !== 'over' && !this.#underWay.has(runId))) continue;
      try {
        await this.#copies.update(folder, stage);
        if (stage === 'over' && this.#underWay.get(runId) === 'over') this.#underWay.delete(runId);
      } catch (error) {
        this.#say(error, runId);
      }
    }
  }

  /** Once for each thing that is wrong with this machine's disk; a connection that is lost is told of elsewhere. */
  #say(error: unknown, runId?: string): void {
    if (error instanceof MachineFault) return;
    const { message, advice } = error instanceof AdviceError ? error : writingFault('this machine', error);
    if (message === this.#said || runId === undefined) return;
    this.#said = message;
    this.#note({ type: 'noted', runId, message: `The copy of this run here is behind. ${message}`, advice });
  }
}
