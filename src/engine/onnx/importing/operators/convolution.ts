import type { Activation } from '../../../importing/activation';
import { NoLayer } from '../../../importing/noLayer';
import { permuteValues } from '../../permuteValues';
import type { Constant } from '../constant';
import type { Operator, Reader } from '../operator';
import { channelsFirst } from '../orders';
import { slidingConfig } from '../windowConfig';

export const convolution: Reader = (operator) => {
  const x = channelsFirst(operator, operator.activation(0));
  const kernel = operator.weight(1);
  const [filters = 1, channels = 1, height = 1, width = 1] = requireImageKernel(kernel);
  const groups = operator.int('group', 1);
  const dilations = operator.ints('dilations') ?? [1, 1];
  const config = {
    kernelSize: [height, width],
    dilations,
    ...slidingConfig(operator, x, [height, width], dilations),
  };
  const values = Float32Array.from(kernel.values);
  if (groups > 1 && channels === 1 && filters % groups === 0) {
    const multiplier = filters / groups;
    return withBias(operator, {
      kind: 'depthwiseConv2d',
      config: { ...config, depthMultiplier: multiplier },
      kernel: permuteValues(values, [groups, multiplier, height, width], [2, 3, 0, 1]),
      x,
    });
  }
  requireChannels(x, channels * groups);
  return withBias(operator, {
    kind: 'conv2d',
    config: { ...config, filters, groups },
    kernel: permuteValues(values, kernel.shape, [2, 3, 1, 0]),
    x,
  });
};

/** Layers give stride · input rows, or max(k − stride, 0) more, cut off at both sides as evenly as can be. */
export const transposedConvolution: Reader = (operator) => {
  const x = channelsFirst(operator, operator.activation(0));
  const kernel = operator.weight(1);
  const [channels = 1, filters = 1, ...window] = requireImageKernel(kernel);
  const strides = operator.ints('strides') ?? [1, 1];
  const pads = operator.ints('pads') ?? [0, 0, 0, 0];
  const added = operator.ints('output_padding') ?? [0, 0];
  const dilations = operator.ints('dilations') ?? [1, 1];
  if (operator.int('group', 1) !== 1) throw new NoLayer('it has groups');
  if (dilations.some((dilation) => dilation !== 1)) throw new NoLayer('it has a dilation');
  const auto = operator.text('auto_pad', 'NOTSET');
  if (auto === 'SAME_LOWER' || operator.ints('output_shape') !== undefined)
    throw new NoLayer('it pads in a way that no layer has');
  const cuts = [0, 1].map((axis) => {
    const [extent = 1, stride = 1] = [window[axis], strides[axis]];
    const spare = Math.max(extent - stride, 0);
    const cut = [pads[axis] ?? 0, (pads[axis + 2] ?? 0) - (added[axis] ?? 0) + Math.max(stride - extent, 0)];
    return { cut, same: [Math.floor(spare / 2), Math.ceil(spare / 2)] };
  });
  const valid = auto === 'VALID' || cuts.every(({ cut }) => cut.every((rows) => rows === 0));
  const same = auto === 'SAME_UPPER' || cuts.every(({ cut, same: wanted }) => cut.join() === wanted.join());
  if (!valid && !same) throw new NoLayer('it cuts its output in a way that no layer does');
  requireChannels(x, channels);
  return withBias(operator, {
    kind: 'convTranspose2d',
    config: { filters, kernelSize: window, strides, padding: same && !valid ? 'same' : 'valid' },
    kernel: permuteValues(Float32Array.from(kernel.values), kernel.shape, [2, 3, 1, 0]),
    x,
  });
};

function withBias(
  operator: Operator,
  {
    kind,
    config,
    kernel,
    x,
  }: {
    readonly kind: string;
    readonly config: Readonly<Record<string, number | string | readonly number[]>>;
    readonly kernel: Float32Array;
    readonly x: Activation;
  },
): Activation {
  const bias = operator.constant(2);
  return operator.layer({
    kind,
    config: { ...config, useBias: bias !== undefined },
    inputs: [x],
    weights: { kernel, ...(bias !== undefined && { bias: Float32Array.from(bias.values) }) },
    order: 'channelsFirst',
  });
}

function requireImageKernel({ shape }: Constant): readonly number[] {
  if (shape.length !== 4 || shape.includes(0)) throw new NoLayer('it does not slide over height and width');
  return shape;
}

function requireChannels({ shape }: Activation, channels: number): void {
  if (shape !== null && shape.at(-1) !== channels)
    throw new NoLayer(`its kernel is for ${channels} channels, and it is given ${shape.at(-1)}`);
}
