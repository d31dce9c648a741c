/** A run that is cut off has at most so much training to do again, where saving it is quick. */
const usualMilliseconds = 30_000;
/** Saving takes at most one part in so many of the time. */
const shareOfTime = 50;

/** Decides when a checkpoint is due within an epoch: each half minute, and less often where saving takes long. */
export class CheckpointPace {
  readonly #now: () => number;
  readonly #everySteps: number;
  #lastStep = 0;
  #lastEnd: number;
  #cost = 0;

  /** `now` gives milliseconds of a monotonic clock. With `everySteps`, one is due after so many steps too. */
  constructor(now: () => number, everySteps = Number.POSITIVE_INFINITY) {
    this.#now = now;
    this.#everySteps = everySteps;
    this.#lastEnd = now();
  }

  isDue(step: number): boolean {
    if (step - this.#lastStep >= this.#everySteps) return true;
    return this.#now() - this.#lastEnd >= Math.max(usualMilliseconds, shareOfTime * this.#cost);
  }

  /** Saves, and takes the time that it took into account. */
  save<Result>(step: number, write: () => Result): Result {
    const start = this.#now();
    try {
      return write();
    } finally {
      this.#lastStep = step;
      this.#lastEnd = this.#now();
      this.#cost = this.#lastEnd - start;
    }
  }
}
