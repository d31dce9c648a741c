import { defineLayer, only } from '../defineLayer';
import { needsImage } from '../inputProblems';
import { kerasZeroPadding } from '../kerasSliding';
import { pytorchOnly } from '../pytorchLayer';
import { imageShape } from '../shape';
import { fourSides } from '../slidingWindow';

/** Zeros around the image: H×W×C to (H + top + bottom)×(W + left + right)×C. */
export const zeroPad2d = defineLayer({
  kind: 'zeroPad2d',
  label: 'Zero padding',
  category: 'shape',
  rank: 1,
  glyph: 'pad',
  stem: 'pad',
  summary: 'Puts a frame of zeros around the image, so that later windows also reach its border.',
  inputs: 'one',
  transparent: true,
  fields: {
    padding: {
      type: 'integers',
      label: 'Sides',
      term: 'padding',
      help: 'Rows and columns of zeros added at each side.',
      default: [1, 1, 1, 1],
      min: 0,
      max: 255,
      parts: ['top', 'bottom', 'left', 'right'],
      unit: 'px',
    },
  },

  title({ padding }) {
    const [first = 0] = padding;
    return padding.every((side) => side === first) ? `Pad ${first}` : `Pad ${padding.join(', ')}`;
  },
  outputShape(inputs, { padding }) {
    const image = imageShape(inputs[0]);
    if (image === null)
      return needsImage('Zero padding', inputs[0], 'Put it before Flatten, Dense and global pooling.');
    const [top, bottom, left, right] = fourSides(padding);
    return { shape: [image.height + top + bottom, image.width + left + right, image.channels] };
  },
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs, _weights, { padding }) => ops.zeroPad2d(only(inputs), fourSides(padding)),
  pytorch(_place, { padding }) {
    const [top, bottom, left, right] = fourSides(padding);
    const alike = padding.every((side) => side === top);
    return pytorchOnly('nn.ZeroPad2d', [alike ? top : [left, right, top, bottom]]);
  },
  keras: (_place, { padding }) => ({ layers: [kerasZeroPadding(fourSides(padding))] }),
});
