import type { Terms } from '../term';

/** What Layerwise measures. */
export const gradientTerms = {
  gradient: {
    name: 'Gradient',
    spellings: ['gradients'],
    sentence: 'How much the loss changes with each value: training goes against it.',
    formula: '∂L/∂a',
    paper: null,
  },
  gradientNorm: {
    name: 'Gradient norm',
    spellings: ['gradient norms'],
    sentence:
      'Length of a layer’s gradient. Layerwise shows its logarithm: each step of 1 is ten times as much or as little.',
    formula: 'log₁₀ ‖∂L/∂a‖₂',
    paper: null,
  },
  backpropagation: {
    name: 'Backpropagation',
    spellings: ['backward pass', 'on the way back'],
    sentence:
      'The gradient is computed from the loss back to the input: each layer multiplies what it gets by its own slope.',
    formula: '∂L/∂x = ∂L/∂y · ∂y/∂x',
    paper: 'Rumelhart, Hinton and Williams 1986: Learning Representations by Back-Propagating Errors',
  },
  vanishingGradient: {
    name: 'Vanishing gradient',
    spellings: ['vanishing gradients', 'vanishes'],
    sentence:
      'Slopes below 1 multiply: after many layers almost nothing is left, and the first ones do not learn.',
    formula: 'Π |∂y/∂x| → 0',
    paper:
      'Bengio, Simard and Frasconi 1994: Learning Long-Term Dependencies with Gradient Descent is Difficult',
  },
  explodingGradient: {
    name: 'Exploding gradient',
    spellings: ['exploding gradients', 'explodes'],
    sentence:
      'Slopes above 1 multiply: the steps become so large that the loss jumps or is no number any more.',
    formula: 'Π |∂y/∂x| → ∞',
    paper: 'Pascanu, Mikolov and Bengio 2013: On the Difficulty of Training Recurrent Neural Networks',
  },
  degradation: {
    name: 'Degradation',
    spellings: ['degrades'],
    sentence:
      'A deeper plain network has a higher training loss than a shallower one, although its gradients may be healthy.',
    formula: null,
    paper: 'He et al. 2016: Deep Residual Learning for Image Recognition',
  },
  deadUnits: {
    name: 'Dead units',
    spellings: ['dead ReLU', 'dead ReLUs', 'dead unit'],
    sentence: 'ReLUs that give 0 for every image: no gradient passes them, so that they can’t come back.',
    formula: 'x < 0 for all images',
    paper: 'Lu et al. 2020: Dying ReLU and Initialization: Theory and Numerical Examples',
  },
  activation: {
    name: 'Activation',
    spellings: ['activations'],
    sentence:
      'What a layer gives for an image; also the function, such as ReLU, that makes a network more than linear.',
    formula: 'a = f(W x + b)',
    paper: null,
  },
  updateRatio: {
    name: 'Update ratio',
    spellings: ['update per step'],
    sentence: 'How far a step moves a weight, against its size: about a thousandth is healthy.',
    formula: '‖Δw‖ / ‖w‖',
    paper: null,
  },
} as const satisfies Terms;
