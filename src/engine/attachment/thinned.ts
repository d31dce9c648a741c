/**
 * A series of bounded length that stands for a longer one: each time that it is full, every second item goes. The
 * first and the last item are always kept.
 */
export class Thinned<Item> {
  readonly #limit: number;
  #kept: Item[] = [];
  /** One of so many items is kept. */
  #every = 1;
  #count = 0;
  #last: Item | null = null;

  /** `limit` counts the items that are kept, the last one aside. */
  constructor(limit: number) {
    this.#limit = Math.max(2, limit);
  }

  add(item: Item): void {
    this.#last = item;
    if (this.#count % this.#every === 0) this.#kept.push(item);
    this.#count += 1;
    if (this.#kept.length <= this.#limit) return;
    this.#kept = this.#kept.filter((_, index) => index % 2 === 0);
    this.#every *= 2;
  }

  /** In the order in which they were added. */
  get items(): readonly Item[] {
    const last = this.#last;
    return last === null || this.#kept.at(-1) === last ? this.#kept : [...this.#kept, last];
  }
}
