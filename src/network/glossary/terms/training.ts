import type { Terms } from '../term';

/** How a network learns. */
export const trainingTerms = {
  epoch: {
    name: 'Epoch',
    spellings: ['epochs'],
    sentence: 'Once through all training images.',
    formula: 'steps = images / batch size',
    paper: null,
  },
  batch: {
    name: 'Batch',
    spellings: ['batches', 'batch size', 'mini-batch'],
    sentence:
      'The images of one step. The gradient is their mean: more images make it steadier, and the step slower.',
    formula: 'g = 1/B · Σ ∇Lᵢ',
    paper: null,
  },
  learningRate: {
    name: 'Learning rate',
    spellings: ['learning rates'],
    sentence: 'Length of a step against the gradient: too small learns slowly, too large diverges.',
    formula: 'w ← w − η · g',
    paper: null,
  },
  schedule: {
    name: 'Schedule',
    spellings: ['cosine schedule', 'decay of the rate'],
    sentence: 'How the learning rate changes over a run: constant, cut in steps, or falling along a cosine.',
    formula: 'η(t) = η₀ · ½ (1 + cos(π t / T))',
    paper: 'Loshchilov and Hutter 2017: SGDR: Stochastic Gradient Descent with Warm Restarts',
  },
  warmUp: {
    name: 'Warm-up',
    spellings: ['warm up'],
    sentence: 'The learning rate rises from 0 over the first steps, while gradients are at their wildest.',
    formula: 'η(t) = η₀ · t / steps',
    paper: 'Goyal et al. 2017: Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour',
  },
  momentum: {
    name: 'Momentum',
    spellings: [],
    sentence:
      'Part of the last step carries over into the next: steps that agree add up, those that differ cancel out.',
    formula: 'v ← μ · v + g,  w ← w − η · v',
    paper: 'Polyak 1964: Some Methods of Speeding up the Convergence of Iteration Methods',
  },
  adam: {
    name: 'Adam',
    spellings: ['AdamW'],
    sentence:
      'Momentum, with each weight’s step divided by the usual size of its gradient. AdamW decays weights apart from that.',
    formula: 'w ← w − η · m̂ / (√v̂ + ε)',
    paper: 'Kingma and Ba 2015: Adam: A Method for Stochastic Optimization',
  },
  weightDecay: {
    name: 'Weight decay',
    spellings: ['decays weights'],
    sentence:
      'Pulls kernels towards 0 at each step: of two networks that fit equally well, the smoother one is kept.',
    formula: 'w ← w − η · (g + λ · w)',
    paper: 'Krogh and Hertz 1992: A Simple Weight Decay Can Improve Generalization',
  },
  gradientClipping: {
    name: 'Gradient clipping',
    spellings: ['clipped', 'clip gradients'],
    sentence:
      'A gradient longer than a limit is shortened to it: one wild batch can’t throw the weights off.',
    formula: 'g ← g · min(1, c / ‖g‖)',
    paper: 'Pascanu, Mikolov and Bengio 2013: On the Difficulty of Training Recurrent Neural Networks',
  },
  validation: {
    name: 'Validation',
    spellings: ['validation images', 'held out'],
    sentence: 'Images that training never sees: how well the network does on them is what counts.',
    formula: null,
    paper: null,
  },
  overfitting: {
    name: 'Overfitting',
    spellings: ['overfits'],
    sentence:
      'The training loss falls while that of validation rises: the network learns the images by heart.',
    formula: null,
    paper: null,
  },
  seed: {
    name: 'Seed',
    spellings: [],
    sentence: 'The number that all random numbers of a run come from: the same seed gives the same run.',
    formula: null,
    paper: null,
  },
  loss: {
    name: 'Loss',
    spellings: ['cross entropy', 'cross-entropy'],
    sentence: 'The number that training lowers. For classes: how surprised the network is by the true one.',
    formula: 'L = −log p(true class)',
    paper: null,
  },
  logits: {
    name: 'Logits',
    spellings: ['logit'],
    sentence: 'The raw scores of the classes, before softmax makes probabilities of them.',
    formula: 'p = softmax(z),  z: logits',
    paper: null,
  },
  softmax: {
    name: 'Softmax',
    spellings: [],
    sentence: 'Makes positive shares of any scores, which add up to 1.',
    formula: 'pᵢ = exp(zᵢ) / Σ exp(zⱼ)',
    paper: 'Bridle 1990: Probabilistic Interpretation of Feedforward Classification Network Outputs',
  },
  accuracy: {
    name: 'Accuracy',
    spellings: ['top-1'],
    sentence: 'Share of the images whose largest score is that of the true class.',
    formula: 'right answers / all',
    paper: null,
  },
  augmentation: {
    name: 'Augmentation',
    spellings: ['augmented'],
    sentence:
      'Training images are shifted, mirrored or covered at random, so that no two epochs are the same.',
    formula: null,
    paper: null,
  },
} as const satisfies Terms;
