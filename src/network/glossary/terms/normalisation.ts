import type { Terms } from '../term';

/** How values are kept in bounds, and how weights begin. */
export const normalisationTerms = {
  batchNorm: {
    name: 'Batch norm',
    spellings: ['batch normalization', 'batch normalisation'],
    sentence:
      'Gives each channel mean 0 and deviation 1 over the batch, then a learned scale and shift. It keeps activations and gradients of deep networks in bounds.',
    formula: 'y = γ · (x − μ) / √(σ² + ε) + β',
    paper: 'Ioffe and Szegedy 2015: Batch Normalization: Accelerating Deep Network Training',
  },
  layerNorm: {
    name: 'Layer norm',
    spellings: ['layer normalization'],
    sentence:
      'As batch norm, but over the values of one example: it needs no others, and does the same when used.',
    formula: 'y = γ · (x − μ) / √(σ² + ε) + β, per example',
    paper: 'Ba, Kiros and Hinton 2016: Layer Normalization',
  },
  groupNorm: {
    name: 'Group norm',
    spellings: ['group normalization'],
    sentence: 'As layer norm, but over groups of channels: it works with batches of a single image.',
    formula: 'y = γ · (x − μ) / √(σ² + ε) + β, per example and group',
    paper: 'Wu and He 2018: Group Normalization',
  },
  runningStatistics: {
    name: 'Running mean',
    spellings: ['running means', 'running statistics', 'moving average'],
    sentence:
      'Batch norm remembers mean and variance of past batches, and uses them in place of the batch’s own once training is over.',
    formula: 'r ← m · r + (1 − m) · batch',
    paper: 'Ioffe and Szegedy 2015: Batch Normalization: Accelerating Deep Network Training',
  },
  epsilon: {
    name: 'Epsilon',
    spellings: ['ε'],
    sentence:
      'A small number below a root or a fraction line that keeps a division by almost nothing in bounds.',
    formula: '1 / √(σ² + ε)',
    paper: null,
  },
  scaleAndShift: {
    name: 'Scale and shift',
    spellings: ['γ', 'learned scale'],
    sentence:
      'A norm takes size and middle away from a channel; a learned factor and constant may give them back.',
    formula: 'y = γ · x̂ + β',
    paper: 'Ioffe and Szegedy 2015: Batch Normalization: Accelerating Deep Network Training',
  },
  localResponseNorm: {
    name: 'Local response norm',
    spellings: ['local response normalization', 'local response normalisation'],
    sentence:
      'Divides each value by what its neighbouring channels have at the same place: AlexNet’s norm, hardly used since.',
    formula: 'y = x / (k + α · Σ x²)^β',
    paper: 'Krizhevsky et al. 2012: ImageNet Classification with Deep Convolutional Neural Networks',
  },
  initialiser: {
    name: 'Initializer',
    spellings: ['initialisation', 'initialization', 'first weights'],
    sentence:
      'Draws the first weights. Too small, and signals die out from layer to layer; too large, and they grow without bound.',
    formula: 'Var(w) = c / fan-in',
    paper:
      'Glorot and Bengio 2010: Understanding the Difficulty of Training Deep Feedforward Neural Networks',
  },
  heInitialisation: {
    name: 'He initialization',
    spellings: ['He initialisation', 'He weights', 'He normal', 'He uniform'],
    sentence:
      'First weights with twice the variance of Glorot’s, which makes up for the half that ReLU sets to 0.',
    formula: 'Var(w) = 2 / fan-in',
    paper: 'He et al. 2015: Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet',
  },
  glorotInitialisation: {
    name: 'Glorot initialization',
    spellings: ['Glorot initialisation', 'Xavier', 'Glorot uniform', 'Glorot normal'],
    sentence:
      'First weights that keep the spread of signals forwards and of gradients backwards, for tanh and linear layers.',
    formula: 'Var(w) = 2 / (fan-in + fan-out)',
    paper:
      'Glorot and Bengio 2010: Understanding the Difficulty of Training Deep Feedforward Neural Networks',
  },
  fanIn: {
    name: 'Fan-in',
    spellings: ['fan-out'],
    sentence:
      'How many values go into one output of a layer (fan-out: how many outputs one value goes into).',
    formula: 'convolution: kernel² · in',
    paper: null,
  },
} as const satisfies Terms;
