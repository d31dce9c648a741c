import { defineLayer, only } from '../defineLayer';
import { needsImage } from '../inputProblems';
import { kerasOnly, unlessKerasDefault } from '../kerasLayer';
import { pytorchOnly, squareOrPair } from '../pytorchLayer';
import { imageShape } from '../shape';
import { pairOf } from '../slidingWindow';

/** Enlarges an image by whole factors, without weights: H×W×C to (H·rows)×(W·columns)×C. */
export const upsampling2d = defineLayer({
  kind: 'upsampling2d',
  label: 'Upsampling',
  category: 'shape',
  rank: 10,
  glyph: 'upsample',
  stem: 'up',
  summary:
    'Enlarges the image by repeating its pixels, or by drawing straight lines between them. With a convolution behind it, it enlarges without the checkerboards of a transposed one.',
  inputs: 'one',
  transparent: true,
  fields: {
    factors: {
      type: 'integers',
      label: 'Factor',
      help: 'How many times higher and wider the image gets.',
      default: [2, 2],
      min: 1,
      max: 64,
      parts: ['height', 'width'],
    },
    interpolation: {
      type: 'choice',
      label: 'New pixels',
      help: 'Nearest repeats each pixel. Bilinear goes over evenly from one pixel to the next.',
      default: 'nearest',
      options: [
        { value: 'nearest', label: 'Nearest' },
        { value: 'bilinear', label: 'Bilinear' },
      ],
    },
  },

  title({ factors: [height = 1, width = 1] }) {
    return height === width ? `Upsample ×${height}` : `Upsample ×${height}, ×${width}`;
  },
  outputShape([input], { factors }) {
    const image = imageShape(input);
    if (image === null)
      return needsImage(
        'Upsampling',
        input,
        'Put it before Flatten, Dense and global pooling, or put Reshape in front of it.',
      );
    const [rows, columns] = pairOf(factors);
    return { shape: [image.height * rows, image.width * columns, image.channels] };
  },
  weights: () => [],
  macs: () => 0,
  reach(_inputs, { factors, interpolation }) {
    const [rows, columns] = pairOf(factors);
    const seen = (factor: number): number => (interpolation === 'bilinear' && factor > 1 ? 2 : 1);
    return { window: [seen(rows), seen(columns)], strides: [1 / rows, 1 / columns] };
  },
  forward: (ops, inputs, _weights, { factors, interpolation }) =>
    ops.upsample2d(only(inputs), pairOf(factors), interpolation),
  pytorch: (_place, { factors, interpolation }) =>
    pytorchOnly('nn.Upsample', [], {
      scale_factor: squareOrPair(pairOf(factors)),
      mode: interpolation,
    }),
  keras: (_place, { factors, interpolation }) =>
    kerasOnly('UpSampling2D', {
      size: pairOf(factors),
      ...unlessKerasDefault({ interpolation }, { interpolation: 'nearest' }),
    }),
});
