import type { LossOps, Ops, Pair, Sides } from '../../../src/network/layers/ops';
import { activations64 } from './activations64';
import { type Array64, array64, image64, mapValues, pixel, rowsOf } from './array64';
import { classic64 } from './classic64';
import { convolutions64 } from './convolutions64';
import { exampleNorms64 } from './exampleNorm64';
import { placement } from './placement64';
import { products64 } from './products64';
import { shaping64 } from './shaping64';

export interface Float64Pass {
  readonly training: boolean;
  /** Factor (0 or 1/(1 − rate)) of each value in the pass's only dropout. */
  readonly dropoutMask?: Float64Array;
  /** New moving mean and variance, in the order in which batch norms ran. */
  readonly movedStatistics?: Array64[];
}

/** The op set in plain float64 loops, written from the definitions in ops.ts and from nothing else. */
export function float64Ops(pass: Float64Pass): Ops<Array64> & LossOps<Array64> {
  return {
    ...activations64,
    ...shaping64,
    ...products64,
    ...classic64,
    ...convolutions64,
    ...exampleNorms64,
    conv2d(x, kernel, { strides, padding, dilations, groups }) {
      const [kernelHeight = 0, kernelWidth = 0, groupChannels = 0, filters = 0] = kernel.shape;
      const window: Pair = [kernelHeight, kernelWidth];
      const { height, width, top, left } = placement(x, window, strides, dilations, padding);
      const [rows, columns, channels] = [x.shape[1] ?? 0, x.shape[2] ?? 0, x.shape[3] ?? 0];
      const groupFilters = filters / groups;
      return image64([x.shape[0] ?? 0, height, width, filters], (image, row, column, filter) => {
        const firstChannel = Math.floor(filter / groupFilters) * groupChannels;
        let sum = 0;
        for (let i = 0; i < kernelHeight; i++) {
          const y = row * strides[0] - top + i * dilations[0];
          if (y < 0 || y >= rows) continue;
          for (let j = 0; j < kernelWidth; j++) {
            const z = column * strides[1] - left + j * dilations[1];
            if (z < 0 || z >= columns) continue;
            const pixel = ((image * rows + y) * columns + z) * channels + firstChannel;
            const tap = (i * kernelWidth + j) * groupChannels * filters + filter;
            for (let channel = 0; channel < groupChannels; channel++)
              sum += (x.values[pixel + channel] ?? 0) * (kernel.values[tap + channel * filters] ?? 0);
          }
        }
        return sum;
      });
    },
    biasAdd: (x, bias) =>
      mapValues(x, (value, index) => value + (bias.values[index % bias.values.length] ?? 0)),
    matMul(x, kernel) {
      const [features = 0, units = 0] = kernel.shape;
      const rows = rowsOf(x);
      return array64([rows.length, units], (index) => {
        const row = rows[Math.floor(index / units)] ?? [];
        let sum = 0;
        for (let feature = 0; feature < features; feature++)
          sum += (row[feature] ?? 0) * (kernel.values[feature * units + (index % units)] ?? 0);
        return sum;
      });
    },
    maxPool2d: (x, options) => pool(x, options, (values) => Math.max(...values)),
    averagePool2d: (x, options) => pool(x, options, mean),
    globalAveragePool2d(x) {
      const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
      return array64([batch, channels], (index) => {
        const values = [];
        for (let row = 0; row < height; row++)
          for (let column = 0; column < width; column++)
            values.push(pixel(x, Math.floor(index / channels), row, column, index % channels));
        return mean(values);
      });
    },
    flatten: (x) => ({ shape: [x.shape[0] ?? 0, x.values.length / (x.shape[0] ?? 1)], values: x.values }),
    relu: (x) => mapValues(x, (value) => Math.max(value, 0)),
    leakyRelu: (x, slope) => mapValues(x, (value) => (value > 0 ? value : slope * value)),
    sigmoid: (x) => mapValues(x, (value) => 1 / (1 + Math.exp(-value))),
    tanh: (x) => mapValues(x, Math.tanh),
    softmax: (x) => ({
      shape: x.shape,
      values: Float64Array.from(rowsOf(x).flatMap((row) => softmaxOf(row))),
    }),
    batchNorm(x, scale, offset, movingMean, movingVariance, { epsilon, momentum }) {
      const channels = movingMean.values.length;
      const count = x.values.length / channels;
      const columns = Array.from(
        { length: channels },
        (_, channel) => array64([count], (row) => x.values[row * channels + channel] ?? Number.NaN).values,
      );
      const means = pass.training ? columns.map((column) => mean(column)) : [...movingMean.values];
      const variances = pass.training ? columns.map(biasedVariance) : [...movingVariance.values];
      const moved = (old: Array64, batch: (channel: number) => number): Array64 =>
        mapValues(old, (value, channel) => momentum * value + (1 - momentum) * batch(channel));
      pass.movedStatistics?.push(
        moved(movingMean, (channel) => means[channel] ?? 0),
        moved(movingVariance, (channel) => ((variances[channel] ?? 0) * count) / Math.max(count - 1, 1)),
      );
      return mapValues(x, (value, index) => {
        const channel = index % channels;
        const normalised = (value - (means[channel] ?? 0)) / Math.sqrt((variances[channel] ?? 0) + epsilon);
        return normalised * (scale?.values[channel] ?? 1) + (offset?.values[channel] ?? 0);
      });
    },
    dropout(x, rate) {
      if (!pass.training || rate === 0) return x;
      const { dropoutMask } = pass;
      if (dropoutMask === undefined) throw new Error('The reference needs the mask that was drawn.');
      return mapValues(x, (value, index) => value * (dropoutMask[index] ?? Number.NaN));
    },
    add: ([first = array64([0]), ...others]) =>
      mapValues(first, (value, index) =>
        others.reduce((sum, term) => sum + (term.values[index] ?? 0), value),
      ),
    concat(parts) {
      const rows = parts.map(rowsOf);
      const joined = (rows[0] ?? []).flatMap((_, row) => rows.flatMap((part) => [...(part[row] ?? [])]));
      const channels = parts.reduce((sum, part) => sum + (part.shape.at(-1) ?? 0), 0);
      return {
        shape: [...(parts[0]?.shape.slice(0, -1) ?? []), channels],
        values: Float64Array.from(joined),
      };
    },
    zeroPad2d(x, [top, bottom, left, right]) {
      const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
      return image64(
        [batch, height + top + bottom, width + left + right, channels],
        (image, row, column, channel) => pixel(x, image, row - top, column - left, channel),
      );
    },
    softmaxCrossEntropy: (logits, labels) =>
      scalar(
        mean(
          rowsOf(logits).map((row, example) => {
            const largest = Math.max(...row);
            const sum = row.reduce((total, value) => total + Math.exp(value - largest), 0);
            return Math.log(sum) + largest - (row[labels.values[example] ?? -1] ?? Number.NaN);
          }),
        ),
      ),
    crossEntropyOfProbabilities: (probabilities, labels) =>
      scalar(
        mean(
          rowsOf(probabilities).map((row, example) => {
            const chosen = row[labels.values[example] ?? -1] ?? Number.NaN;
            return -Math.log(Math.min(Math.max(chosen, 1e-7), 1 - 1e-7));
          }),
        ),
      ),
    meanSquaredError: (predictions, labels) =>
      scalar(
        mean(
          rowsOf(predictions).flatMap((row, example) =>
            [...row].map((value, index) => (value - (index === labels.values[example] ? 1 : 0)) ** 2),
          ),
        ),
      ),
    accuracy: (predictions, labels) => topK(predictions, labels, 1),
    topKAccuracy: topK,
  };
}

function scalar(value: number): Array64 {
  return array64([], () => value);
}

function topK(predictions: Array64, labels: Array64, k: number): Array64 {
  return scalar(
    mean(
      rowsOf(predictions).map((row, example) => {
        const label = labels.values[example] ?? -1;
        const order = [...row.keys()].sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b);
        return order.slice(0, k).includes(label) ? 1 : 0;
      }),
    ),
  );
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] ?? Number.NaN;
  return sum / values.length;
}

function biasedVariance(values: Float64Array): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}

function softmaxOf(row: Float64Array): number[] {
  const largest = Math.max(...row);
  const powers = [...row].map((value) => Math.exp(value - largest));
  const sum = powers.reduce((total, value) => total + value, 0);
  return powers.map((value) => value / sum);
}

function pool(
  x: Array64,
  options: { readonly window: Pair; readonly strides: Pair; readonly padding: 'same' | 'valid' | Sides },
  summary: (values: readonly number[]) => number,
): Array64 {
  const { window, strides, padding } = options;
  const [batch = 0, inputHeight = 0, inputWidth = 0, channels = 0] = x.shape;
  const { height, width, top, left } = placement(x, window, strides, [1, 1], padding);
  return image64([batch, height, width, channels], (image, row, column, channel) => {
    const values = [];
    for (let i = 0; i < window[0]; i++)
      for (let j = 0; j < window[1]; j++) {
        const [y, z] = [row * strides[0] - top + i, column * strides[1] - left + j];
        if (y >= 0 && y < inputHeight && z >= 0 && z < inputWidth)
          values.push(pixel(x, image, y, z, channel));
      }
    return summary(values);
  });
}
