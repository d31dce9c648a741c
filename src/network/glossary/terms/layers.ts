import type { Terms } from '../term';

/** What layers are made of. */
export const layerTerms = {
  filter: {
    name: 'Filter',
    spellings: ['filters'],
    sentence:
      'A small array of weights that a convolution slides over the image; each filter gives one channel of the output.',
    formula: 'y[i, j] = b + Σ w[u, v, c] · x[i + u, j + v, c]',
    paper: 'LeCun et al. 1989: Backpropagation Applied to Handwritten Zip Code Recognition',
  },
  kernel: {
    name: 'Kernel',
    spellings: ['kernels', 'kernel size'],
    sentence:
      'The weights of a layer without its biases; for a convolution also the window that they cover, such as 3×3.',
    formula: null,
    paper: null,
  },
  stride: {
    name: 'Stride',
    spellings: ['strides'],
    sentence: 'How many pixels a window moves from one output to the next: stride 2 halves height and width.',
    formula: 'out = ⌊(in + padding − kernel) / stride⌋ + 1',
    paper: null,
  },
  padding: {
    name: 'Padding',
    spellings: ['zero padding'],
    sentence:
      'Zeros around the image, so that windows reach its edge. “Same” keeps height and width at stride 1, “Valid” adds none.',
    formula: 'same: padding = dilation · (kernel − 1)',
    paper: null,
  },
  dilation: {
    name: 'Dilation',
    spellings: ['dilated'],
    sentence: 'Gaps between the weights of a kernel: it sees further without more weights.',
    formula: 'reach = dilation · (kernel − 1) + 1',
    paper: 'Yu and Koltun 2016: Multi-Scale Context Aggregation by Dilated Convolutions',
  },
  groups: {
    name: 'Groups',
    spellings: ['grouped convolution'],
    sentence:
      'The channels are split into so many parts that do not see each other: weights and multiply-adds shrink as often.',
    formula: 'weights = kernel² · (in / groups) · out',
    paper: 'Krizhevsky et al. 2012: ImageNet Classification with Deep Convolutional Neural Networks',
  },
  bias: {
    name: 'Bias',
    spellings: ['biases'],
    sentence:
      'A learned constant that is added to each output; a batch norm behind the layer makes it needless.',
    formula: 'y = W x + b',
    paper: null,
  },
  channel: {
    name: 'Channel',
    spellings: ['channels'],
    sentence:
      'One of the maps that lie on top of each other: red, green and blue at the input, then one for each filter.',
    formula: 'shape = height × width × channels',
    paper: null,
  },
  depthwise: {
    name: 'Depthwise convolution',
    spellings: ['depthwise'],
    sentence:
      'Each channel is convolved by kernels of its own; a 1×1 convolution behind it mixes the channels.',
    formula: 'weights = kernel² · channels · multiplier',
    paper: 'Chollet 2017: Xception: Deep Learning with Depthwise Separable Convolutions',
  },
  pooling: {
    name: 'Pooling',
    spellings: ['max pooling', 'average pooling'],
    sentence: 'A window gives its largest value, or its mean: the maps shrink, and small shifts matter less.',
    formula: 'y = max x over the window',
    paper: 'LeCun et al. 1998: Gradient-Based Learning Applied to Document Recognition',
  },
  receptiveField: {
    name: 'Receptive field',
    spellings: ['receptive fields'],
    sentence:
      'The part of the input image that one value of a layer depends on. It grows with each kernel, and faster behind strides.',
    formula: 'rₗ = rₗ₋₁ + (kernel − 1) · Π strides before',
    paper:
      'Luo et al. 2016: Understanding the Effective Receptive Field in Deep Convolutional Neural Networks',
  },
  dropout: {
    name: 'Dropout',
    spellings: ['dropped out'],
    sentence:
      'While training, random values are set to 0 and the others enlarged, so that no unit relies on a single other one.',
    formula: 'y = x · m / (1 − p),  m = 1 with probability 1 − p',
    paper: 'Srivastava et al. 2014: Dropout: A Simple Way to Prevent Neural Networks from Overfitting',
  },
  relu: {
    name: 'ReLU',
    spellings: [],
    sentence:
      'Passes what is positive and makes the rest 0: its slope of 1 lets gradients through unchanged.',
    formula: 'y = max(0, x)',
    paper: 'Nair and Hinton 2010: Rectified Linear Units Improve Restricted Boltzmann Machines',
  },
  shortcut: {
    name: 'Shortcut',
    spellings: ['shortcuts', 'skip connection', 'skip connections', 'residual'],
    sentence:
      'A connection around some layers whose input is added to their output: the gradient has a way back on which nothing shrinks it.',
    formula: 'y = x + F(x)',
    paper: 'He et al. 2016: Deep Residual Learning for Image Recognition',
  },
  projection: {
    name: 'Projection',
    spellings: ['projections'],
    sentence: 'A 1×1 convolution on a shortcut that gives it the shape of what it is added to.',
    formula: 'y = Wₛ x + F(x)',
    paper: 'He et al. 2016: Deep Residual Learning for Image Recognition',
  },
  parameters: {
    name: 'Parameters',
    spellings: ['params'],
    sentence: 'All values that training changes: kernels, biases, and the scales and shifts of norms.',
    formula: 'convolution: kernel² · in · out + out',
    paper: null,
  },
  multiplyAdds: {
    name: 'Multiply-adds',
    spellings: ['MACs', 'multiply-add'],
    sentence: 'One multiplication with the addition that follows: what a layer costs for one image, forward.',
    formula: 'convolution: kernel² · in · out · height · width',
    paper: null,
  },
} as const satisfies Terms;
