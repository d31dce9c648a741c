import type { Normalisation } from '../../network/datasets/augmentation';
import {
  type ChannelStatistics,
  fullScale,
  type LabelledImages,
  type LoadedDataset,
  pixelsPerImage,
} from './dataset';

/** How a stored value becomes the number that the network sees: (value / scale − mean) / deviation. */
export interface Standardisation {
  readonly scale: number;
  /** Of each value of an image. */
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/**
 * Every byte as the network sees it, for each channel in turn: 256 numbers of the first, then of the second, … They are
 * looked up many times as fast as they are computed. Null where images have numbers of their own, or a mean for each
 * place.
 */
export function byteTable(
  { scale, means, deviations }: Standardisation,
  images: LabelledImages,
  channels: number,
): Float32Array | null {
  if (!(images.pixels instanceof Uint8Array)) return null;
  const alike = (values: Float64Array) => values.every((value, place) => value === values[place % channels]);
  if (!alike(means) || !alike(deviations)) return null;
  return Float32Array.from({ length: 256 * channels }, (_, place) => {
    const channel = Math.floor(place / 256);
    return ((place % 256) / scale - (means[channel] ?? 0)) / (deviations[channel] ?? 1);
  });
}

/** The standardisation that a project asks for, with the numbers of the dataset's training images. */
export function standardisationOf(dataset: LoadedDataset, normalisation: Normalisation): Standardisation {
  const values = pixelsPerImage(dataset.facts);
  const scale = fullScale(dataset.training);
  if (normalisation !== 'pixel')
    return channelStandardisation(dataset.statistics, normalisation, { scale, values });
  const mean = meanImage(dataset.training, values, scale);
  const left = deviationsAround(mean, dataset.training, dataset.statistics.means.length, scale);
  return { scale, means: mean, deviations: repeated(divisors(left), values) };
}

/** A standardisation that needs no more of the training images than the statistics of their channels. */
export function channelStandardisation(
  { means, deviations }: ChannelStatistics,
  normalisation: Exclude<Normalisation, 'pixel'>,
  { scale, values }: { readonly scale: number; readonly values: number },
): Standardisation {
  if (normalisation === 'none')
    return { scale, means: new Float64Array(values), deviations: new Float64Array(values).fill(1) };
  return { scale, means: repeated(means, values), deviations: repeated(divisors(deviations), values) };
}

/** An image of values 0…1 as the network sees it. */
export function standardised(values: Float32Array, { means, deviations }: Standardisation): Float32Array {
  return values.map((value, place) => (value - (means[place] ?? 0)) / (deviations[place] ?? 1));
}

/** A channel that is the same everywhere stays as it is, but for its mean. */
function divisors(deviations: readonly number[]): readonly number[] {
  return deviations.map((deviation) => (deviation > 0 ? deviation : 1));
}

function repeated(perChannel: readonly number[], values: number): Float64Array {
  return Float64Array.from({ length: values }, (_, place) => perChannel[place % perChannel.length] ?? 0);
}

function meanImage({ pixels, count }: LabelledImages, values: number, scale: number): Float64Array {
  const sums = new Float64Array(values);
  for (let image = 0; image < count; image++) {
    const start = image * values;
    for (let place = 0; place < values; place++)
      sums[place] = (sums[place] ?? 0) + (pixels[start + place] ?? 0);
  }
  return sums.map((sum) => sum / (scale * Math.max(1, count)));
}

/** Standard deviation, of each channel, of what is left when the mean image is subtracted. */
function deviationsAround(
  mean: Float64Array,
  { pixels, count }: LabelledImages,
  channels: number,
  scale: number,
): readonly number[] {
  const squares = new Array<number>(channels).fill(0);
  for (let image = 0; image < count; image++) {
    const start = image * mean.length;
    for (let place = 0; place < mean.length; place++) {
      const left = (pixels[start + place] ?? 0) / scale - (mean[place] ?? 0);
      const channel = place % channels;
      squares[channel] = (squares[channel] ?? 0) + left * left;
    }
  }
  const pixelsOfChannel = Math.max(1, (count * mean.length) / channels);
  return squares.map((sum) => Math.sqrt(sum / pixelsOfChannel));
}
