/** How many times something may happen at once, and per second in the long run. */
export interface RateLimit {
  readonly burst: number;
  readonly perSecond: number;
}

/** Of messages that a page sends: people click, they don't flood. */
export const pageMessages: RateLimit = { burst: 60, perSecond: 20 };

/** Tells one that floods from one that is used: a bucket of tokens that fills as time goes by. Times in ms. */
export class MessageRate {
  readonly #limit: RateLimit;
  #left: number;
  #last: number;

  constructor(limit: RateLimit, now: number) {
    this.#limit = limit;
    this.#left = limit.burst;
    this.#last = now;
  }

  /** Whether one more is in order. */
  allow(now: number): boolean {
    const { burst, perSecond } = this.#limit;
    this.#left = Math.min(burst, this.#left + ((now - this.#last) / 1000) * perSecond);
    this.#last = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
