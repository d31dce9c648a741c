import { RunControl } from './runControl';

/** A run that was asked for and has not ended. */
export interface Job {
  /** Of the run, or of all that are trained side by side. */
  readonly runIds: readonly string[];
  readonly control: RunControl;
}

/** Carries out what was asked for, one after the other. */
export class JobQueue {
  readonly #jobs = new Set<Job>();
  readonly #fail: (runId: string, error: unknown) => void;
  /** Ends when all jobs so far have. Never rejects. */
  #idle: Promise<void> = Promise.resolve();

  /** `fail` hears what a job threw. */
  constructor(fail: (runId: string, error: unknown) => void) {
    this.#fail = fail;
  }

  /** Settles when all that was asked for so far is done. */
  get idle(): Promise<void> {
    return this.#idle;
  }

  /** A run is under way, or waits, that was not told to stop. */
  get busy(): boolean {
    return [...this.#jobs].some(({ control }) => !control.stopped);
  }

  /** `twinIds` are those of runs that are trained along with it. */
  add(runId: string, carryOut: (control: RunControl) => Promise<void>, ...twinIds: readonly string[]): void {
    const job: Job = { runIds: [runId, ...twinIds], control: new RunControl() };
    this.#jobs.add(job);
    this.#idle = this.#idle
      .then(() => carryOut(job.control))
      .catch((error: unknown) => this.#fail(runId, error))
      .finally(() => this.#jobs.delete(job));
  }

  /** Carries it out in place of all that was asked for before. */
  addInstead(...job: Parameters<JobQueue['add']>): void {
    this.stopAll();
    this.add(...job);
  }

  /** Does something short that must not come in between. */
  addBetween(action: () => void): void {
    this.#idle = this.#idle.then(action);
  }

  find(runId: string): Job | undefined {
    return [...this.#jobs].find(({ runIds }) => runIds.includes(runId));
  }

  stopAll(): void {
    for (const { control } of this.#jobs) control.stop();
  }
}
