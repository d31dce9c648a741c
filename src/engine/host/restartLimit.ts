/** Automatic restarts within this time count together. */
const span = 60_000;
const restartsPerSpan = 3;

/** Ends the restarting of an engine that fails again and again. Times in milliseconds of one monotonic clock. */
export class RestartLimit {
  #restarts: readonly number[] = [];

  /** Whether one more automatic restart is due; if so, it is counted. */
  allow(now: number): boolean {
    this.#restarts = this.#restarts.filter((time) => now - time < span);
    if (this.#restarts.length >= restartsPerSpan) return false;
    this.#restarts = [...this.#restarts, now];
    return true;
  }

  /** A person asked for a start: earlier failures no longer count. */
  forget(): void {
    this.#restarts = [];
  }
}
