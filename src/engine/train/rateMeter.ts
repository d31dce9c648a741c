/** Speeds are taken over this much training time, in milliseconds. */
const span = 1000;

/** Training images per second over the last second of training: pauses and validation are left out. */
export class RateMeter {
  readonly #now: () => number;
  /** Images of each step, and the training time at its end in milliseconds; oldest first. */
  readonly #steps: { readonly images: number; readonly end: number }[] = [];
  #lastMark = 0;
  #trained = 0;
  /** Training time at the beginning of the oldest step that is kept. */
  #beginning = 0;

  /** `now` gives milliseconds of a monotonic clock. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Training begins, or goes on after something else. */
  start(): void {
    this.#lastMark = this.#now();
  }

  /** A step with so many images has ended; returns the seconds that it took. */
  record(images: number): number {
    const now = this.#now();
    const elapsed = now - this.#lastMark;
    this.#trained += elapsed;
    this.#lastMark = now;
    this.#steps.push({ images, end: this.#trained });
    while (this.#steps.length > 1) {
      const oldest = this.#steps[0];
      if (oldest === undefined || oldest.end > this.#trained - span) break;
      this.#beginning = oldest.end;
      this.#steps.shift();
    }
    return elapsed / 1000;
  }

  /** 0 before the first step. */
  get imagesPerSecond(): number {
    const elapsed = this.#trained - this.#beginning;
    const images = this.#steps.reduce((sum, step) => sum + step.images, 0);
    return elapsed > 0 ? (images / elapsed) * 1000 : 0;
  }
}
