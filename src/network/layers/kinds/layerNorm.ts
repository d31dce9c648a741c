import { defineLayer, only, weight } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { backToChannelsFirst, channelsLast, pytorchModule, unlessDefault } from '../pytorchLayer';

/**
 * Layer normalisation (Ba, Kiros & Hinton 2016, eq. 4): each example is normalised by itself, with its own biased
 * variance, in training and outside of it alike. Over the last axis, as Keras does by default and as Transformers and
 * ConvNeXt use it, or over all axes but the batch, as the paper has it. Scale and shift have the shape of what is
 * normalised together.
 */
export const layerNorm = defineLayer({
  kind: 'layerNorm',
  label: 'Layer norm',
  category: 'normalization',
  rank: 10,
  glyph: 'ln',
  stem: 'ln',
  tag: 'LN',
  summary:
    'Shifts and scales the values of each example to mean 0 and deviation 1, then applies a learned scale and shift. Unlike batch norm it needs no other examples and works the same outside training.',
  inputs: 'one',
  transparent: true,
  fields: {
    axes: {
      type: 'choice',
      label: 'Over',
      help: 'Which values are normalised together: the channels at each position, or the whole example as in the paper. A vector is one position.',
      default: 'channels',
      options: [
        { value: 'channels', label: 'Channels' },
        { value: 'example', label: 'Example' },
      ],
    },
    epsilon: {
      type: 'number',
      label: 'Epsilon',
      term: 'epsilon',
      help: 'Added to the variance, so that values that are all equal are not divided by zero.',
      default: 1e-3,
      min: 1e-12,
      max: 1,
      step: 1e-3,
    },
  },

  title: () => 'Layer norm',
  outputShape: (inputs) => keepsShape('Layer norm', inputs),

  weights([input = []], { axes }) {
    const shape = axes === 'channels' ? input.slice(-1) : input;
    const parameter = { shape, trainable: true, decays: false } as const;
    return [
      { name: 'gamma', initialiser: { type: 'constant', value: 1 }, ...parameter },
      { name: 'beta', initialiser: { type: 'constant', value: 0 }, ...parameter },
    ];
  },

  macs: () => 0,
  forward: (ops, inputs, weights, { epsilon }) =>
    ops.layerNorm(only(inputs), weight(weights, 'gamma'), weight(weights, 'beta'), { epsilon }),
  pytorch({ inputs }, { axes, epsilon }) {
    const input = only(inputs);
    const [height = 0, width = 0, channels = 0] = input;
    const example = input.length === 3 && axes === 'example';
    const extents = example ? [channels, height, width] : [input.at(-1) ?? 0];
    const moved = example ? { axes: [2, 0, 1] } : {};
    const eachPosition = { before: channelsLast, after: backToChannelsFirst };
    return {
      module: pytorchModule(
        'nn.LayerNorm',
        [extents.length === 1 ? (extents[0] ?? 0) : extents],
        unlessDefault({ eps: epsilon }, { eps: 1e-5 }),
      ),
      ...(input.length === 3 && !example && eachPosition),
      weights: {
        gamma: { parameter: 'weight', start: 1, ...moved },
        beta: { parameter: 'bias', start: 0, ...moved },
      },
    };
  },
  keras: ({ output }, { axes, epsilon }) =>
    kerasOnly(
      'LayerNormalization',
      { ...(axes === 'example' && output.length === 3 && { axis: [1, 2, 3] }), epsilon },
      { gamma: null, beta: null },
    ),
});
