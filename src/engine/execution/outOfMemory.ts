/** Thrown where an executor finds no memory for a value; the message names what ran out. */
export class OutOfMemoryError extends Error {
  /** The layer whose values were computed, null where none was. */
  readonly node: string | null;

  constructor(message: string, node: string | null = null, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutOfMemoryError';
    this.node = node;
  }
}
