import {
  deviationThresholds,
  gradientThresholds,
  updateRatioThresholds,
  zeroShareThresholds,
} from '../../network/health/thresholds';
import { kernelOf } from './kernels';
import type { Quantity, QuantityId } from './quantity';

/** From blue by green to red: the healthy band lies in the green. */
const diverging = [
  'var(--g-m4)',
  'var(--g-m3)',
  'var(--g-m2)',
  'var(--g-m1)',
  'var(--g-0)',
  'var(--g-p1)',
  'var(--g-p2)',
] as const;

/** From green to blue, which means as little as it does of gradients. */
const fading = ['var(--g-0)', 'var(--g-m1)', 'var(--g-m2)', 'var(--g-m3)', 'var(--g-m4)'] as const;

const { scaleLow, scaleHigh, healthyLow, healthyHigh } = gradientThresholds;

/** All that colours and charts can show of a layer. */
export const quantities: Readonly<Record<QuantityId, Quantity>> = {
  gradient: {
    id: 'gradient',
    word: 'Gradient',
    label: 'Gradient of activations',
    symbol: '‖∂L/∂a‖',
    axis: 'log₁₀ ‖∂L/∂a‖',
    meaning: 'Norm of the loss’s gradient with respect to what leaves the layer, over the batch.',
    form: 'log',
    low: scaleLow,
    high: scaleHigh,
    healthy: { low: healthyLow, high: healthyHigh },
    words: { low: 'vanishing', healthy: 'healthy', high: 'exploding' },
    stops: diverging,
    of: 'output',
    worst: 'lowest',
    measured: (log, sample, node) => log.gradientNorm(sample, node),
  },
  weightGradient: {
    id: 'weightGradient',
    word: 'Weights',
    label: 'Gradient of weights',
    symbol: '‖∂L/∂W‖',
    axis: 'log₁₀ ‖∂L/∂W‖',
    meaning: 'Norm of the loss’s gradient with respect to the layer’s kernel, without weight decay.',
    form: 'log',
    low: scaleLow,
    high: scaleHigh,
    healthy: { low: healthyLow, high: healthyHigh },
    words: { low: 'small', healthy: 'usual', high: 'large' },
    stops: diverging,
    of: 'kernel',
    worst: 'lowest',
    measured(log, sample, node) {
      const kernel = kernelOf(log, node);
      return kernel < 0 ? Number.NaN : log.weight(sample, kernel).gradientNorm;
    },
  },
  updateRatio: {
    id: 'updateRatio',
    word: 'Update',
    label: 'Update per step',
    symbol: '‖ΔW‖/‖W‖',
    axis: 'log₁₀ ‖ΔW‖/‖W‖',
    meaning: 'Length of the step’s change of the layer’s kernel against the kernel’s own.',
    form: 'log',
    low: updateRatioThresholds.low - 2,
    high: updateRatioThresholds.high + 2,
    healthy: updateRatioThresholds,
    words: { low: 'too small', healthy: 'healthy', high: 'too large' },
    stops: diverging,
    of: 'kernel',
    worst: 'lowest',
    measured(log, sample, node) {
      const kernel = kernelOf(log, node);
      return kernel < 0 ? Number.NaN : log.weight(sample, kernel).updateRatio;
    },
  },
  deviation: {
    id: 'deviation',
    word: 'Spread',
    label: 'Spread of activations',
    symbol: 'σ(a)',
    axis: 'log₁₀ σ(a)',
    meaning: 'Standard deviation of all values that leave the layer, for the first 16 images of a batch.',
    form: 'log',
    low: deviationThresholds.low - 2,
    high: deviationThresholds.high + 2,
    healthy: deviationThresholds,
    words: { low: 'fading', healthy: 'healthy', high: 'growing' },
    stops: diverging,
    of: 'output',
    worst: 'lowest',
    measured: (log, sample, node) => log.activationDeviation(sample, node),
  },
  zeroShare: {
    id: 'zeroShare',
    word: 'Zeros',
    label: 'Dead units',
    symbol: 'share of zeros',
    axis: 'share of zeros, %',
    meaning:
      'Share of the values leaving the layer that are exactly 0, for the first 16 images of a batch: of a ReLU, units that are off.',
    form: 'share',
    low: 0,
    high: 1,
    healthy: { low: 0, high: zeroShareThresholds.dying },
    words: { low: null, healthy: 'alive', high: 'dead' },
    stops: fading,
    of: 'output',
    worst: 'highest',
    measured: (log, sample, node) => log.zeroShare(sample, node),
  },
};
