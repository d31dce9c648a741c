type Values = Float32Array | Int32Array;

/** One quantity of each sample, so many values wide, in one typed array that grows at its end. */
export class SampleColumn<Kind extends Values> {
  readonly #width: number;
  readonly #allocate: (length: number) => Kind;
  #values: Kind;
  #length = 0;

  constructor(width: number, allocate: (length: number) => Kind) {
    this.#width = width;
    this.#allocate = allocate;
    this.#values = allocate(256 * width);
  }

  /** Number of samples. */
  get length(): number {
    return this.#length;
  }

  /** A value of a sample; NaN beyond the end. */
  at(sample: number, place = 0): number {
    if (sample >= this.#length || place >= this.#width) return Number.NaN;
    return this.#values[sample * this.#width + place] ?? Number.NaN;
  }

  /** Appends a sample, which is the `row`th in these values. */
  append(values: Kind, row: number): void {
    const width = this.#width;
    const end = this.#length * width;
    if (end + width > this.#values.length) {
      const grown = this.#allocate(2 * this.#values.length);
      grown.set(this.#values);
      this.#values = grown;
    }
    for (let place = 0; place < width; place += 1)
      this.#values[end + place] = values[row * width + place] ?? Number.NaN;
    this.#length += 1;
  }

  dropLast(): void {
    this.#length = Math.max(0, this.#length - 1);
  }

  /** Drops every second sample; the first stays. */
  halve(): void {
    const width = this.#width;
    const kept = Math.ceil(this.#length / 2);
    for (let sample = 1; sample < kept; sample += 1)
      this.#values.copyWithin(sample * width, 2 * sample * width, (2 * sample + 1) * width);
    this.#length = kept;
  }
}

export function floatColumn(width = 1): SampleColumn<Float32Array> {
  return new SampleColumn(width, (length) => new Float32Array(length));
}

export function integerColumn(): SampleColumn<Int32Array> {
  return new SampleColumn(1, (length) => new Int32Array(length));
}
