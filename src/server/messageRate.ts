/** Messages that a page may send at once, and per second in the long run: people click, they don't flood. */
const burst = 60;
const perSecond = 20;

/** Tells a page that floods from one that is used: a bucket of tokens that fills as time goes by. Times in ms. */
export class MessageRate {
  #left = burst;
  #last: number;

  constructor(now: number) {
    this.#last = now;
  }

  /** Whether one more message is in order. */
  allow(now: number): boolean {
    this.#left = Math.min(burst, this.#left + ((now - this.#last) / 1000) * perSecond);
    this.#last = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
