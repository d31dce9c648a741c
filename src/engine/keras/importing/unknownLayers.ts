import { NoLayer } from '../../importing/noLayer';
import type { LayerSpec } from './modelSpec';

const inTraining = 'choose how images are scaled in the training settings';
const sequences = 'Layerwise draws networks for images, and has no sequences';

/** What to do about classes that no layer stands for, as far as it is known. */
const advice: Readonly<Record<string, string>> = {
  AveragePooling1D: sequences,
  Attention: sequences,
  Bidirectional: sequences,
  CenterCrop: 'crop the images before they are given to the network',
  Conv1D: sequences,
  Conv3D: 'Layerwise draws networks for images, and has no third dimension',
  Cropping2D: 'use a convolution or a pool with Valid padding where its edges are to go',
  Dot: 'build it of Multiply and Dense',
  Embedding: sequences,
  GRU: sequences,
  LSTM: sequences,
  Lambda: 'it is a function of Python’s, which a file can’t hold: build it of layers',
  MaxPooling1D: sequences,
  Maximum: 'Add or Concatenate may do in its place',
  Minimum: 'Add or Concatenate may do in its place',
  MultiHeadAttention: sequences,
  Normalization: inTraining,
  Resizing: 'bring the images to their size before they are given to the network',
  SimpleRNN: sequences,
  TimeDistributed: sequences,
};

/** The refusal of a class without a reader. */
export function unknownLayer({ className }: LayerSpec): NoLayer {
  const known = Object.hasOwn(advice, className) ? advice[className] : undefined;
  return new NoLayer(known ?? 'put layers in its place that compute the same');
}
