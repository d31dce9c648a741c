/** Waits between tries in ms: short at first, for a connection that was merely cut. */
const firstWait = 250;
const longestWait = 5_000;

/** Tries again and again, with longer and longer waits, until told that it worked. */
export class Reconnection {
  readonly #attempt: () => void;
  #wait = firstWait;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(attempt: () => void) {
    this.#attempt = attempt;
    // A sleeping machine, and a tab in the background, have timers that are late.
    for (const event of ['online', 'focus', 'pageshow'])
      window.addEventListener(event, () => {
        if (this.#timer !== null) this.#tryNow();
      });
  }

  /** A try has failed, or the connection was cut. */
  tryLater(): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => this.#tryNow(), this.#wait);
    this.#wait = Math.min(longestWait, this.#wait * 2);
  }

  /** It worked: the next cut begins with the shortest wait. */
  succeed(): void {
    this.#wait = firstWait;
  }

  #tryNow(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#attempt();
  }
}
