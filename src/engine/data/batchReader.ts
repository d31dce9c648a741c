import { elementCount, type Shape } from '../../network/layers/shape';
import type { Batch } from '../trainingExecutor';
import type { LabelledImages, Standardisation } from './dataset';

/** Fills batches from bytes. The arrays are used again: a batch is good until the next one is read. */
export class BatchReader {
  readonly #images: LabelledImages;
  readonly #valuesPerImage: number;
  readonly #pixels: Float32Array;
  readonly #labels: Int32Array;
  /** The standardised value of each byte. */
  readonly #standardised: Float32Array;

  constructor(
    images: LabelledImages,
    imageShape: Shape,
    { mean, deviation }: Standardisation,
    largestBatch: number,
  ) {
    this.#images = images;
    this.#valuesPerImage = elementCount(imageShape);
    this.#pixels = new Float32Array(largestBatch * this.#valuesPerImage);
    this.#labels = new Int32Array(largestBatch);
    this.#standardised = Float32Array.from({ length: 256 }, (_, byte) => (byte / 255 - mean) / deviation);
  }

  /** The images `order[from]`, `order[from + 1]`, …: as many as are asked for and there. */
  read(order: Uint32Array, from: number, atMost: number): Batch {
    const size = Math.min(atMost, this.#labels.length, order.length - from);
    const values = this.#valuesPerImage;
    const { pixels, labels } = this.#images;
    for (let place = 0; place < size; place++) {
      const image = order[from + place] ?? 0;
      this.#labels[place] = labels[image] ?? 0;
      const source = image * values;
      const target = place * values;
      for (let value = 0; value < values; value++)
        this.#pixels[target + value] = this.#standardised[pixels[source + value] ?? 0] ?? 0;
    }
    return {
      images: this.#pixels.subarray(0, size * values),
      labels: this.#labels.subarray(0, size),
      size,
    };
  }
}
