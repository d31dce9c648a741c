/**
 * Which sampled steps are kept, so that the files never exceed their limit: all in the first half of the bytes, every
 * second in the half of what is left then, every fourth in the half after that, and so on.
 */
export class RowThinning {
  readonly #mostRows: number;
  /** Sampled steps since the last that was kept. */
  #passed = 0;

  constructor(byteLimit: number, bytesPerRow: number) {
    this.#mostRows = Math.floor(byteLimit / bytesPerRow);
  }

  /** Of how many sampled steps one is kept where so many rows are there; infinity where there is no room left. */
  everyNth(rows: number): number {
    const left = this.#mostRows - rows;
    if (left <= 0) return Number.POSITIVE_INFINITY;
    return 2 ** Math.max(0, Math.ceil(Math.log2(this.#mostRows / left)) - 1);
  }

  /** Of `count` new rows those that are kept, where `rows` are there already. */
  choose(rows: number, count: number): readonly number[] {
    const kept: number[] = [];
    for (let row = 0; row < count; row++) {
      this.#passed++;
      if (this.#passed < this.everyNth(rows + kept.length)) continue;
      this.#passed = 0;
      kept.push(row);
    }
    return kept;
  }
}
