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

/** Runs what belongs to a layer: memory that runs out in it is said to have run out there. */
export function memoryOf<Result>(node: string, compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof OutOfMemoryError) || error.node !== null) throw error;
    throw new OutOfMemoryError(error.message, node, { cause: error });
  }
}
