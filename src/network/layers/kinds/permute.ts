import { defineLayer, only } from '../defineLayer';
import { needsImage } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchOnly } from '../pytorchLayer';
import { imageShape } from '../shape';

/** For each axis of the output, that of the input. */
const axesOf = {
  whc: [1, 0, 2],
  hcw: [0, 2, 1],
  chw: [2, 0, 1],
  cwh: [2, 1, 0],
  wch: [1, 2, 0],
} as const;

/** Where height, width and channels lie in PyTorch. */
const nchwAxes = [2, 3, 1] as const;

/** Puts the axes of an image into another order, for example height and width exchanged. */
export const permute = defineLayer({
  kind: 'permute',
  label: 'Permute',
  category: 'shape',
  rank: 12,
  glyph: 'permute',
  stem: 'permute',
  summary:
    'Exchanges the axes of the image: turned on its diagonal, or with channels in the place of rows. Values stay as they are and move to other places.',
  inputs: 'one',
  transparent: true,
  fields: {
    order: {
      type: 'choice',
      label: 'Order',
      help: 'The axes of the input in the order that they have in the output: H is height, W width, C channels.',
      default: 'whc',
      options: [
        { value: 'whc', label: 'W×H×C' },
        { value: 'hcw', label: 'H×C×W' },
        { value: 'chw', label: 'C×H×W' },
        { value: 'cwh', label: 'C×W×H' },
        { value: 'wch', label: 'W×C×H' },
      ],
    },
  },

  title: ({ order }) => `To ${order.toUpperCase().split('').join('×')}`,
  outputShape([input], { order }) {
    if (input === undefined || imageShape(input) === null)
      return needsImage('Permute', input, 'Put it before Flatten, Dense and global pooling.');
    return { shape: axesOf[order].map((axis) => input[axis] ?? 1) };
  },
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs, _weights, { order }) => ops.permute(only(inputs), axesOf[order]),
  pytorch(_place, { order }) {
    const axisOf = (place: 0 | 1 | 2): number => nchwAxes[axesOf[order][place]];
    return pytorchOnly('Permute', [0, axisOf(2), axisOf(0), axisOf(1)]);
  },
  keras: (_place, { order }) => kerasOnly('Permute', { dims: axesOf[order].map((axis) => axis + 1) }),
});
