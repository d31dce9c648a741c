/** Tells how long trials that are run one after the other will still take, by the time that those before them took. */
export class RemainingTime {
  readonly #works: readonly number[];
  readonly #now: () => number;
  readonly #startedAt: number;
  #ended = 0;

  /** Work of each trial in their order, in any unit; `now` in seconds. */
  constructor(works: readonly number[], now: () => number) {
    this.#works = works;
    this.#now = now;
    this.#startedAt = now();
  }

  trialEnds(): void {
    this.#ended += 1;
  }

  /** Seconds, where so large a share of the trial under way is done; null until something was. */
  left(share: number): number | null {
    const sum = (works: readonly number[]): number => works.reduce((total, work) => total + work, 0);
    const done = sum(this.#works.slice(0, this.#ended)) + share * (this.#works[this.#ended] ?? 0);
    if (done === 0) return null;
    return ((this.#now() - this.#startedAt) * (sum(this.#works) - done)) / done;
  }
}
