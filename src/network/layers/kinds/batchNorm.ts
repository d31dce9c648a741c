import { defineLayer, only, weight } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasCall, unlessKerasDefault } from '../kerasLayer';
import { pytorchModule, roundedNumber, unlessDefault } from '../pytorchLayer';

/**
 * Batch normalisation (Ioffe & Szegedy 2015, Algorithm 1) over all axes but the last: of an image H×W×C each
 * channel, of a vector each feature.
 *
 * While training, values are normalised with the batch's own biased variance (divided by n), and the moving
 * variance is moved on with the unbiased one (divided by n − 1), as PyTorch and TensorFlow's fused op do;
 * Keras moves the biased one on. n is the number of values per channel in the batch; for n = 1 both are 0.
 * `momentum` is the share of the old statistic that is kept (Keras's sense; PyTorch's is 1 − momentum).
 */
export const batchNorm = defineLayer({
  kind: 'batchNorm',
  label: 'Batch norm',
  category: 'normalization',
  rank: 0,
  glyph: 'bn',
  stem: 'bn',
  tag: 'BN',
  shortcut: 'b',
  summary:
    'Shifts and scales each channel to mean 0 and deviation 1 over the batch, then applies a learned scale and shift. Keeps values, and so gradients, in a good range.',
  inputs: 'one',
  transparent: true,
  fields: {
    momentum: {
      type: 'number',
      label: 'Momentum',
      term: 'runningStatistics',
      help: 'How much of the moving mean and variance is kept at each step; they are used outside training. Nearer 1 is steadier and slower.',
      default: 0.9,
      min: 0,
      max: 0.9999,
      step: 0.01,
    },
    epsilon: {
      type: 'number',
      label: 'Epsilon',
      term: 'epsilon',
      help: 'Added to the variance, so that a channel without any variation is not divided by zero.',
      default: 1e-5,
      min: 1e-12,
      max: 1,
      step: 1e-5,
    },
    scale: {
      type: 'boolean',
      label: 'Scale',
      term: 'scaleAndShift',
      help: 'A learned factor for each channel. Needless where a convolution without a bias and a ReLU follow, as in Inception v3.',
      default: true,
    },
    center: {
      type: 'boolean',
      label: 'Shift',
      term: 'scaleAndShift',
      help: 'A learned constant for each channel, added after scaling.',
      default: true,
    },
  },

  title: () => 'Batch norm',
  outputShape: (inputs) => keepsShape('Batch norm', inputs),

  weights([input = []], { scale, center }) {
    const shape = [input.at(-1) ?? 0];
    const statistic = { shape, trainable: false, decays: false } as const;
    const parameter = { shape, trainable: true, decays: false } as const;
    const [zero, one] = [
      { type: 'constant', value: 0 },
      { type: 'constant', value: 1 },
    ] as const;
    return [
      ...(scale ? [{ name: 'gamma', initialiser: one, ...parameter }] : []),
      ...(center ? [{ name: 'beta', initialiser: zero, ...parameter }] : []),
      { name: 'movingMean', initialiser: zero, ...statistic },
      { name: 'movingVariance', initialiser: one, ...statistic },
    ];
  },

  macs: () => 0,

  forward(ops, inputs, weights, { momentum, epsilon, scale, center }) {
    return ops.batchNorm(
      only(inputs),
      scale ? weight(weights, 'gamma') : null,
      center ? weight(weights, 'beta') : null,
      weight(weights, 'movingMean'),
      weight(weights, 'movingVariance'),
      { momentum, epsilon },
    );
  },
  pytorch({ output }, { momentum, epsilon, scale, center }) {
    const type = output.length === 3 ? 'BatchNorm2d' : 'BatchNorm1d';
    const whole = scale && center;
    // PyTorch's momentum is the share of the new statistic.
    const options = unlessDefault(
      { eps: epsilon, momentum: roundedNumber(1 - momentum) },
      { eps: 1e-5, momentum: 0.1 },
    );
    return {
      module: whole
        ? pytorchModule(`nn.${type}`, [output.at(-1) ?? 0], options)
        : pytorchModule(`Partial${type}`, [output.at(-1) ?? 0], { scale, shift: center, ...options }),
      weights: {
        gamma: { parameter: 'weight', start: 1 },
        beta: { parameter: 'bias', start: 0 },
        movingMean: { parameter: 'running_mean', start: 0 },
        movingVariance: { parameter: 'running_var', start: 1 },
      },
    };
  },
  keras: (_place, { momentum, epsilon, scale, center }) => ({
    layers: [
      kerasCall(
        'BatchNormalization',
        { momentum, epsilon, ...unlessKerasDefault({ scale, center }, { scale: true, center: true }) },
        { gamma: null, beta: null, movingMean: null, movingVariance: null },
      ),
    ],
    differs:
      'While it trains, Keras moves the moving variance on with the biased variance of the batch (divided by n), Layerwise with the unbiased one (n − 1).',
  }),
});
