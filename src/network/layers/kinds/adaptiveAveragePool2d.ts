import { adaptiveWindows } from '../adaptiveWindows';
import { defineLayer, only } from '../defineLayer';
import { needsImage } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchOnly, squareOrPair } from '../pytorchLayer';
import { imageShape } from '../shape';
import { pairOf } from '../slidingWindow';

/** Means over a grid that has the same size for every input: H×W×C to h×w×C, windows as PyTorch chooses them. */
export const adaptiveAveragePool2d = defineLayer({
  kind: 'adaptiveAveragePool2d',
  label: 'Adaptive avg pool',
  category: 'pooling',
  rank: 3,
  glyph: 'adaptivePool',
  stem: 'adaptive',
  summary:
    'Averages the image down to a grid of fixed size, whatever size it has. Dense layers behind it then take images of any size.',
  inputs: 'one',
  transparent: true,
  fields: {
    outputSize: {
      type: 'integers',
      label: 'Output',
      help: 'Height and width of the grid. Windows overlap where the image is no multiple of it.',
      default: [1, 1],
      min: 1,
      max: 255,
      parts: ['height', 'width'],
      unit: 'px',
    },
  },

  title: ({ outputSize }) => `Adaptive ${outputSize.join('×')}`,
  outputShape([input], { outputSize }) {
    const image = imageShape(input);
    if (image === null)
      return needsImage('Adaptive avg pool', input, 'Put it before Flatten, Dense and global pooling.');
    return { shape: [...pairOf(outputSize), image.channels] };
  },
  weights: () => [],
  macs: () => 0,
  reach([input], { outputSize }) {
    const image = imageShape(input) ?? { height: 1, width: 1 };
    const [rows, columns] = pairOf(outputSize);
    const widest = (extent: number, cells: number): number =>
      Math.max(...adaptiveWindows(extent, cells).map(([start, end]) => end - start));
    return {
      window: [widest(image.height, rows), widest(image.width, columns)],
      strides: [image.height / rows, image.width / columns],
    };
  },
  forward: (ops, inputs, _weights, { outputSize }) =>
    ops.adaptiveAveragePool2d(only(inputs), pairOf(outputSize)),
  pytorch: (_place, { outputSize }) =>
    pytorchOnly('nn.AdaptiveAvgPool2d', [squareOrPair(pairOf(outputSize))]),
  keras: (_place, { outputSize }) => kerasOnly('AdaptiveMeanPooling2D', { output_size: pairOf(outputSize) }),
});
