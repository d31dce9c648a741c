import { defineLayer, only, type ShapeResult, weight } from '../defineLayer';
import { missingInput } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchModule, unlessDefault } from '../pytorchLayer';

/**
 * Group normalisation (Wu & He 2018, eq. 7): of each example, each group of neighbouring channels is normalised over
 * all positions, with its own biased variance, in training and outside of it alike. One group normalises the whole
 * example, and as many groups as channels is instance normalisation (Ulyanov, Vedaldi & Lempitsky 2016).
 */
export const groupNorm = defineLayer({
  kind: 'groupNorm',
  label: 'Group norm',
  category: 'normalization',
  rank: 11,
  glyph: 'gn',
  stem: 'gn',
  tag: 'GN',
  summary:
    'Normalises groups of channels of each example by themselves, then applies a learned scale and shift to each channel. It does as well with batches of two images as with large ones.',
  inputs: 'one',
  transparent: true,
  fields: {
    groups: {
      type: 'integer',
      label: 'Groups',
      term: 'groupNorm',
      help: 'Number of groups that the channels fall into. The paper takes 32 in wide networks; as many as channels is instance norm.',
      default: 8,
      min: 1,
      max: 65_536,
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

  title: ({ groups }) => `Group norm, ${groups}`,

  outputShape([input], { groups }): ShapeResult {
    const channels = input?.at(-1);
    if (input === undefined || channels === undefined) return missingInput('Group norm');
    if (channels % groups === 0) return { shape: input };
    return {
      problem: {
        message: `${groups} groups must divide the ${channels} input channels.`,
        advice: `Choose ${largestDivisor(channels, groups)} groups, or a layer in front with a multiple of ${groups} channels.`,
      },
    };
  },

  weights([input = []]) {
    const parameter = { shape: input.slice(-1), trainable: true, decays: false } as const;
    return [
      { name: 'gamma', initialiser: { type: 'constant', value: 1 }, ...parameter },
      { name: 'beta', initialiser: { type: 'constant', value: 0 }, ...parameter },
    ];
  },

  macs: () => 0,
  forward: (ops, inputs, weights, { groups, epsilon }) =>
    ops.groupNorm(only(inputs), weight(weights, 'gamma'), weight(weights, 'beta'), { groups, epsilon }),
  pytorch: ({ output }, { groups, epsilon }) => ({
    module: pytorchModule(
      'nn.GroupNorm',
      [groups, output.at(-1) ?? 0],
      unlessDefault({ eps: epsilon }, { eps: 1e-5 }),
    ),
    weights: { gamma: { parameter: 'weight', start: 1 }, beta: { parameter: 'bias', start: 0 } },
  }),
  keras: (_place, { groups, epsilon }) =>
    kerasOnly('GroupNormalization', { groups, epsilon }, { gamma: null, beta: null }),
});

/** The largest number up to `most` that divides the channels. */
function largestDivisor(channels: number, most: number): number {
  for (let divisor = Math.min(most, channels); divisor > 1; divisor--)
    if (channels % divisor === 0) return divisor;
  return 1;
}
