const firstSeconds = 1;
const longestSeconds = 15;

/** How long to wait before the next try: longer each time, up to a quarter of a minute. */
export class RetryWait {
  #next = firstSeconds;

  /** In seconds. */
  next(): number {
    const wait = this.#next;
    this.#next = Math.min(longestSeconds, wait * 2);
    return wait;
  }

  /** It worked: the next time begins with the shortest. */
  succeed(): void {
    this.#next = firstSeconds;
  }
}
