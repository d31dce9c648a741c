/** Mean and standard deviation of all values of some batches. */
export class BatchStatistics {
  #count = 0;
  #sum = 0;
  #squares = 0;

  add(values: Float32Array): void {
    this.#count += values.length;
    for (const value of values) {
      this.#sum += value;
      this.#squares += value * value;
    }
  }

  get mean(): number {
    return this.#sum / this.#count;
  }

  get deviation(): number {
    return Math.sqrt(Math.max(0, this.#squares / this.#count - this.mean ** 2));
  }
}
