import type { Shape } from '../../network/layers/shape';
import type { Batch } from '../trainingExecutor';
import type { BatchAugmenter, ImageMix, ImageView } from './batchAugmenter';
import type { LabelledImages } from './dataset';
import { byteTable, type Standardisation } from './standardisation';

/** Fills batches from a dataset. The arrays are used again: a batch is good until the next one is read. */
export class BatchReader {
  readonly #images: LabelledImages;
  readonly #shape: readonly [height: number, width: number, channels: number];
  readonly #standardisation: Standardisation;
  readonly #augmenter: BatchAugmenter | null;
  /** Of every byte as the network sees it; null where that depends on more. */
  readonly #table: Float32Array | null;
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
    this.#table = byteTable(standardisation, images, channels);
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
    const table = this.#table;
    const { pixels } = this.#images;
    const out = this.#pixels;
    if (table === null) {
      for (let value = 0; value < values; value++)
        out[target + value] = this.#seen(pixels[source + value], value);
      return;
    }
    const channels = this.#shape[2];
    for (let channel = 0; channel < channels; channel++) {
      const row = channel * 256;
      for (let value = channel; value < values; value += channels)
        out[target + value] = table[row + (pixels[source + value] ?? 0)] ?? 0;
    }
  }

  /** A stored value at a place of its image, as the network sees it. */
  #seen(stored: number | undefined, place: number): number {
    const { scale, means, deviations } = this.#standardisation;
    return ((stored ?? 0) / scale - (means[place] ?? 0)) / (deviations[place] ?? 1);
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
    const table = this.#table;
    const out = this.#pixels;
    out.fill(0, target, target + height * width * channels);
    const firstRow = Math.max(0, -down);
    const lastRow = Math.min(height, height - down);
    for (let y = firstRow; y < lastRow; y++) {
      const covered = hole !== null && y >= hole.top && y < hole.bottom;
      for (let x = 0; x < width; x++) {
        const column = (mirrored ? width - 1 - x : x) + right;
        if (column < 0 || column >= width || (covered && x >= hole.left && x < hole.right)) continue;
        const read = ((y + down) * width + column) * channels;
        const write = target + (y * width + x) * channels;
        for (let channel = 0; channel < channels; channel++) {
          const stored = pixels[source + read + channel];
          out[write + channel] =
            table === null ? this.#seen(stored, read + channel) : (table[channel * 256 + (stored ?? 0)] ?? 0);
        }
      }
    }
  }
}
