/** What a running mean has come to: sums over images, and their number. */
export interface MeanSums {
  readonly loss: number;
  readonly metric: number;
  readonly images: number;
}

/** Mean loss and metric over batches of unlike size. */
export class RunningMean {
  #loss: number;
  #metric: number;
  #images: number;

  /** Goes on from sums that were taken before. */
  constructor(sums: MeanSums = { loss: 0, metric: 0, images: 0 }) {
    this.#loss = sums.loss;
    this.#metric = sums.metric;
    this.#images = sums.images;
  }

  get sums(): MeanSums {
    return { loss: this.#loss, metric: this.#metric, images: this.#images };
  }

  add({ loss, metric }: { readonly loss: number; readonly metric: number }, images: number): void {
    this.#loss += loss * images;
    this.#metric += metric * images;
    this.#images += images;
  }

  /** Both are NaN before the first batch. */
  get value(): { readonly loss: number; readonly metric: number } {
    return { loss: this.#loss / this.#images, metric: this.#metric / this.#images };
  }
}
