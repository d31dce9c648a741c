/** A piece of memory, and how many reads of it are still to come. */
export interface Buffer {
  readonly bytes: number;
  reads: number;
}

/** Counts bytes while buffers are taken, and given back after their last read. */
export class Buffers {
  readonly #keepsAll: boolean;
  #held = 0;
  #peak = 0;

  /** With `keepsAll` nothing is given back before the end. */
  constructor(keepsAll: boolean) {
    this.#keepsAll = keepsAll;
  }

  /** The most bytes that were held at once. */
  get peak(): number {
    return this.#peak;
  }

  take(bytes: number, reads: number): Buffer {
    this.#held += bytes;
    this.#peak = Math.max(this.#peak, this.#held);
    const buffer = { bytes, reads };
    if (reads === 0) this.#give(bytes);
    return buffer;
  }

  /** What is needed for a moment, beside all that is held. */
  use(bytes: number): void {
    this.#peak = Math.max(this.#peak, this.#held + bytes);
  }

  read(buffer: Buffer): void {
    buffer.reads -= 1;
    if (buffer.reads === 0) this.#give(buffer.bytes);
  }

  #give(bytes: number): void {
    if (!this.#keepsAll) this.#held -= bytes;
  }
}
