/** A typed array that grows at its end: telemetry is appended many times a second over long runs. */
export class GrowingArray<Values extends Float32Array | Int32Array> {
  #values: Values;
  #length = 0;
  readonly #allocate: (length: number) => Values;

  constructor(allocate: (length: number) => Values) {
    this.#allocate = allocate;
    this.#values = allocate(1024);
  }

  get length(): number {
    return this.#length;
  }

  /** The value at an index; NaN beyond the end. */
  at(index: number): number {
    return index < this.#length ? (this.#values[index] ?? Number.NaN) : Number.NaN;
  }

  append(values: Values): void {
    const length = this.#length + values.length;
    if (length > this.#values.length) {
      const grown = this.#allocate(Math.max(length, 2 * this.#values.length));
      grown.set(this.#values.subarray(0, this.#length));
      this.#values = grown;
    }
    this.#values.set(values, this.#length);
    this.#length = length;
  }
}

export function growingFloats(): GrowingArray<Float32Array> {
  return new GrowingArray((length) => new Float32Array(length));
}

export function growingIntegers(): GrowingArray<Int32Array> {
  return new GrowingArray((length) => new Int32Array(length));
}
