import type { Shape } from '../../network/layers/shape';
import type { Batch } from '../trainingExecutor';
import type { BatchAugmenter, ImageMix, ImageView } from './batchAugmenter';
import type { LabelledImages } from './dataset';
import type { Standardisation } from './standardisation';

/** Fills batches from a dataset. The arrays are used again: a batch is good until the next one is read. */
export class BatchReader {
  readonly #images: LabelledImages;
  readonly #shape: readonly [height: number, width: number, channels: number];
  readonly #standardisation: Standardisation;
  readonly #augmenter: BatchAugmenter | null;
  readonly #pixels: Float32Array;
  readonly #labels: Int32Array;

  /** Images are taken as they are where there is no augmenter, as for evaluation. */
  constructor(
    images: LabelledImages,
    imageShape: Shape,
    standardisation: Standardisation,
    largestBatch: number,
    augmenter: BatchAugmenter | null = null,
  ) {
    const [height = 1, width = 1, channels = 1] = imageShape;
    this.#images = images;
    this.#shape = [height, width, channels];
    this.#standardisation = standardisation;
    this.#augmenter = augmenter;
    this.#pixels = new Float32Array(largestBatch * height * width * channels);
    this.#labels = new Int32Array(largestBatch);
  }

  /** The images `order[from]`, `order[from + 1]`, …: as many as are asked for and there. `step` names the batch among all of a run. */
  read(order: Uint32Array, from: number, atMost: number, step = 0): Batch {
    const size = Math.min(atMost, this.#labels.length, order.length - from);
    const [height, width, channels] = this.#shape;
    const values = height * width * channels;
    const views = this.#augmenter?.viewsOf(step, size, height, width) ?? [];
    for (let place = 0; place < size; place++) {
      const image = order[from + place] ?? 0;
      this.#labels[place] = this.#images.labels[image] ?? 0;
      const view = views[place];
      if (view === undefined) this.#copy(image * values, place * values, values);
      else this.#look(view, image * values, place * values);
    }
    this.#mix(this.#augmenter?.mixesOf(step, size) ?? [], values);
    return {
      images: this.#pixels.subarray(0, size * values),
      labels: this.#labels.subarray(0, size),
      size,
    };
  }

  #copy(source: number, target: number, values: number): void {
    const { pixels } = this.#images;
    const { scale, means, deviations } = this.#standardisation;
    for (let value = 0; value < values; value++)
      this.#pixels[target + value] =
        ((pixels[source + value] ?? 0) / scale - (means[value] ?? 0)) / (deviations[value] ?? 1);
  }

  /** Mixes each image with what another one was before it was mixed itself. */
  #mix(mixes: readonly ImageMix[], values: number): void {
    if (mixes.length === 0) return;
    const before = this.#pixels.slice(0, mixes.length * values);
    for (const [place, { partner, weight }] of mixes.entries())
      for (let value = 0; value < values; value++)
        this.#pixels[place * values + value] =
          weight * (before[place * values + value] ?? 0) +
          (1 - weight) * (before[partner * values + value] ?? 0);
  }

  /** What lies outside of the image, or is covered, is 0: the mean. */
  #look({ down, right, mirrored, hole }: ImageView, source: number, target: number): void {
    const [height, width, channels] = this.#shape;
    const { pixels } = this.#images;
    const { scale, means, deviations } = this.#standardisation;
    let write = target;
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const row = y + down;
        const column = (mirrored ? width - 1 - x : x) + right;
        const seen =
          row >= 0 &&
          row < height &&
          column >= 0 &&
          column < width &&
          !(hole !== null && y >= hole.top && y < hole.bottom && x >= hole.left && x < hole.right);
        for (let channel = 0; channel < channels; channel++, write++) {
          const value = (row * width + column) * channels + channel;
          this.#pixels[write] = seen
            ? ((pixels[source + value] ?? 0) / scale - (means[value] ?? 0)) / (deviations[value] ?? 1)
            : 0;
        }
      }
  }
}
