import { defineLayer, only } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchOnly, roundedNumber } from '../pytorchLayer';

/**
 * Local response normalisation: x / (k + α Σ x²)^β, the sum over n neighbouring channels at the same position
 * (Krizhevsky et al. 2012, section 3.3). α is that of the paper and of TensorFlow; Caffe and PyTorch divide theirs by n.
 */
export const localResponseNorm = defineLayer({
  kind: 'localResponseNorm',
  label: 'Local response norm',
  category: 'normalization',
  rank: 20,
  glyph: 'lrn',
  stem: 'norm',
  tag: 'LRN',
  summary:
    'Divides each value by the strength of its neighbours in other channels, so that patterns compete at each place. AlexNet used it; VGG found that it does not help.',
  inputs: 'one',
  transparent: true,
  fields: {
    size: {
      type: 'integer',
      label: 'Channels (n)',
      term: 'localResponseNorm',
      help: 'How many neighbouring channels count, the value’s own in the middle; an odd number.',
      default: 5,
      min: 1,
      max: 255,
      unit: 'ch',
    },
    bias: {
      type: 'number',
      label: 'Bias (k)',
      term: 'localResponseNorm',
      help: 'Keeps the divisor away from zero.',
      default: 2,
      min: 0.001,
      max: 1000,
      step: 0.5,
    },
    alpha: {
      type: 'number',
      label: 'Alpha (α)',
      term: 'localResponseNorm',
      help: 'Weight of the neighbours’ squares, as in the paper. PyTorch and Caffe write n times as much.',
      default: 1e-4,
      min: 0,
      max: 1000,
      step: 1e-4,
    },
    beta: {
      type: 'number',
      label: 'Beta (β)',
      term: 'localResponseNorm',
      help: 'Power of the divisor.',
      default: 0.75,
      min: 0,
      max: 10,
      step: 0.05,
    },
  },

  title: () => 'Local resp. norm',
  outputShape(inputs, { size }) {
    if (inputs[0]?.length === 1)
      return {
        problem: {
          message: 'Local response norm needs an image (height×width×channels); got a vector.',
          advice: 'Put it before Flatten and global pooling.',
        },
      };
    if (size % 2 === 0)
      return {
        problem: {
          message: `Local response norm looks at as many channels on both sides, so n is odd; got ${size}.`,
          advice: `Set Channels (n) to ${size + 1} or ${size - 1}.`,
        },
      };
    return keepsShape('Local response norm', inputs);
  },
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs, _weights, { size, bias, alpha, beta }) =>
    ops.localResponseNorm(only(inputs), { radius: (size - 1) / 2, bias, alpha, beta }),
  // PyTorch divides its α by n.
  pytorch: (_place, { size, bias, alpha, beta }) =>
    pytorchOnly('nn.LocalResponseNorm', [size], { alpha: roundedNumber(alpha * size), beta, k: bias }),
  keras: (_place, { size, bias, alpha, beta }) =>
    kerasOnly('LocalResponseNormalization', { size, bias, alpha, beta }),
});
