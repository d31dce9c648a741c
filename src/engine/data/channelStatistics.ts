import { type ChannelStatistics, fullScale, type LabelledImages } from './dataset';

/** Mean and standard deviation of each channel over all pixels of all images. */
export function channelStatistics(images: LabelledImages, channels: number): ChannelStatistics {
  const { pixels } = images;
  const scale = fullScale(images);
  const count = pixels.length / channels;
  const means = new Array<number>(channels).fill(0);
  const deviations = new Array<number>(channels).fill(0);
  if (count === 0) return { means, deviations };
  for (let channel = 0; channel < channels; channel++) {
    let sum = 0;
    for (let place = channel; place < pixels.length; place += channels) sum += pixels[place] ?? 0;
    const mean = sum / count;
    let squares = 0;
    for (let place = channel; place < pixels.length; place += channels)
      squares += ((pixels[place] ?? 0) - mean) ** 2;
    means[channel] = mean / scale;
    deviations[channel] = Math.sqrt(squares / count) / scale;
  }
  return { means, deviations };
}
