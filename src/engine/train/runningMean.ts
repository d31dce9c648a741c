/** Mean loss and metric over batches of unlike size. */
export class RunningMean {
  #loss = 0;
  #metric = 0;
  #images = 0;

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
