import type { NetworkDocument } from '../../../src/network/graph/document';
import type { Observation } from '../../../src/network/health/observation';
import { type MadeUp, network, observed, snapshot, trainedBy } from './observed';

const plainGlorot = { batchNorm: false, initialiser: 'glorotUniform' };
export const falling = (way: number): number => -5 + 4.5 * way;
const rising = (way: number): number => 3 - 3.5 * way;
export const losses = (count: number, loss: (place: number) => number) => ({
  steps: Array.from({ length: count }, (_, place) => place + 1),
  losses: Array.from({ length: count }, (_, place) => loss(place)),
  learningRates: Array.from({ length: count }, () => 0.05),
});
export const epoch = (number: number, loss: number, validationLoss: number) => ({
  ...{ epoch: number, loss, validationLoss },
  ...{ metric: 0.5, validationMetric: 0.5 },
});
export const seen = (document: NetworkDocument, made: MadeUp): Partial<Observation> => ({
  snapshots: [snapshot(document, made)],
});
export const plain20 = network('plain-20-cifar', plainGlorot);
const normed20 = network('plain-20-cifar');
const residual20 = network('resnet-20-cifar', plainGlorot);
const sigmoid20 = network('plain-20-cifar', { ...plainGlorot, activation: 'sigmoid' });
export const sigmoidResidual20 = network('resnet-20-cifar', { ...plainGlorot, activation: 'sigmoid' });
export const lenet = network('lenet-5');
const plain56 = network('plain-56-cifar');

/** What is seen of a network, what is said, and the remedies that are offered. */
export const judged: readonly (readonly [string, Observation, readonly string[], readonly string[]])[] = [
  ['nothing', observed(lenet, { snapshots: [] }), [], []],
  ['a healthy network', observed(lenet), [], []],
  [
    'ReLU, Glorot, no norm',
    observed(plain20, seen(plain20, { log10Gradient: falling })),
    ['vanishing'],
    ['add-shortcuts', 'he-initialisation', 'batch-norm'],
  ],
  [
    'small in all layers, as after learning',
    observed(plain20, seen(plain20, { log10Gradient: () => -5 })),
    [],
    [],
  ],
  [
    'sigmoid',
    observed(sigmoid20, seen(sigmoid20, { log10Gradient: (way) => -12 * (1 - way) })),
    ['vanishing'],
    ['relu'],
  ],
  [
    'sigmoid behind additions',
    observed(sigmoidResidual20, seen(sigmoidResidual20, { log10Gradient: falling })),
    ['vanishing'],
    ['relu'],
  ],
  [
    'underflow at the first layers',
    observed(
      sigmoid20,
      seen(sigmoid20, { log10Gradient: (way) => (way < 0.4 ? Number.NEGATIVE_INFINITY : -60 * (1 - way)) }),
    ),
    ['vanishing'],
    ['relu'],
  ],
  [
    'shortcuts without a norm, growing',
    observed(residual20, seen(residual20, { log10Gradient: rising, updateRatio: Number.NaN })),
    ['exploding'],
    ['batch-norm', 'zero-branches', 'clip-gradients'],
  ],
  [
    'shortcuts without a norm, growing, and steps that follow',
    observed(residual20, seen(residual20, { log10Gradient: rising, updateRatio: 0.05 })),
    ['exploding'],
    ['batch-norm', 'zero-branches', 'clip-gradients'],
  ],
  [
    'shortcuts without a norm, growing once',
    observed(residual20, {
      snapshots: [
        snapshot(residual20, { step: 1 }),
        snapshot(residual20, { step: 2 }),
        snapshot(residual20, { step: 3, log10Gradient: rising, updateRatio: 0.05 }),
      ],
    }),
    [],
    [],
  ],
  [
    'batch norm, growing',
    observed(plain56, seen(plain56, { log10Gradient: rising, updateRatio: Number.NaN })),
    ['degradation', 'growing'],
    ['add-shortcuts'],
  ],
  [
    'ReLUs that give 0',
    observed(plain20, seen(plain20, { node: (kind) => (kind === 'relu' ? { zeroShare: 0.998 } : {}) })),
    ['dead-relu'],
    ['lower-rate', 'leaky-relu'],
  ],
  [
    'flat sigmoids',
    observed(
      sigmoid20,
      seen(sigmoid20, { node: () => ({ activationMean: 0.5, activationDeviation: 0.49 }) }),
    ),
    ['saturated'],
    ['batch-norm'],
  ],
  [
    'NaN',
    observed(trainedBy(lenet, { learningRate: 1000 }), {
      nonFinite: { node: 'conv1', step: 2, message: 'At step 2 the output of conv1 is NaN.' },
    }),
    ['non-finite'],
    ['lower-rate'],
  ],
  ['large steps', observed(lenet, seen(lenet, { updateRatio: 0.3 })), ['update-too-large'], ['lower-rate']],
  [
    'small steps',
    observed(lenet, { ...seen(lenet, { updateRatio: 1e-6 }), course: losses(5, () => 2.3) }),
    ['update-too-small'],
    ['raise-rate'],
  ],
  [
    'small steps once it has learned',
    observed(lenet, {
      ...seen(lenet, { updateRatio: 1e-6 }),
      course: losses(5, (place) => 2.3 / (place + 1)),
    }),
    [],
    [],
  ],
  [
    'a loss that rises',
    observed(lenet, { course: losses(40, (place) => 2.3 + place / 8) }),
    ['learning-rate-too-high'],
    ['lower-rate'],
  ],
  [
    'a loss that swings',
    observed(lenet, { course: losses(40, (place) => (place % 2 === 0 ? 0.2 : 4)) }),
    ['learning-rate-too-high'],
    ['lower-rate'],
  ],
  ['a loss that stays', observed(lenet, { course: losses(40, (place) => 2.3 + 0.1 * (place % 2)) }), [], []],
  [
    'a small loss that swings',
    observed(lenet, { course: losses(60, (place) => (place < 5 ? 2.3 : 0.05 * (place % 3))) }),
    [],
    [],
  ],
  [
    'worse than a shallower network',
    observed(plain56, {
      epochs: [epoch(1, 1.9, 2)],
      shallower: { name: 'Plain-20', layers: 20, epochs: [{ epoch: 1, loss: 1.6 }] },
    }),
    ['degradation'],
    ['add-shortcuts'],
  ],
  [
    'better than a shallower network',
    observed(plain56, {
      epochs: [epoch(1, 1.5, 2)],
      shallower: { name: 'Plain-20', layers: 20, epochs: [{ epoch: 1, loss: 1.6 }] },
    }),
    [],
    [],
  ],
  [
    'a validation loss that rises',
    observed(lenet, { epochs: [epoch(1, 0.3, 0.2), epoch(2, 0.1, 0.22), epoch(3, 0.05, 0.3)] }),
    ['overfitting'],
    ['augment'],
  ],
  [
    'a validation loss that falls',
    observed(lenet, { epochs: [epoch(1, 0.3, 0.3), epoch(2, 0.1, 0.22), epoch(3, 0.05, 0.2)] }),
    [],
    [],
  ],
  [
    'a validation loss that rises and is below that of training',
    observed(lenet, { epochs: [epoch(1, 0.5, 0.1), epoch(2, 0.4, 0.11), epoch(3, 0.3, 0.2)] }),
    [],
    [],
  ],
  [
    'cut off from one layer to the next',
    observed(plain20, seen(plain20, { log10Gradient: (way) => (way < 0.4 ? Number.NEGATIVE_INFINITY : -1) })),
    [],
    [],
  ],
  [
    'falling under batch norm, updates in proportion',
    observed(normed20, seen(normed20, { log10Gradient: falling })),
    [],
    [],
  ],
  [
    'falling under batch norm, updates that change nothing',
    observed(normed20, seen(normed20, { log10Gradient: falling, updateRatio: 1e-7 })),
    ['vanishing'],
    ['add-shortcuts'],
  ],
  [
    'raw pixels of photographs',
    observed(trainedBy(lenet, { normalisation: 'none' }), {
      data: { largestClassShare: 0.1, smallestClassShare: 0.1, inputMean: 0.47, inputDeviation: 0.25 },
    }),
    ['input-not-normalised'],
    ['normalise-input'],
  ],
  [
    'one large class',
    observed(lenet, {
      data: { largestClassShare: 0.6, smallestClassShare: 0.04, inputMean: 0, inputDeviation: 1 },
    }),
    ['class-imbalance'],
    [],
  ],
];
