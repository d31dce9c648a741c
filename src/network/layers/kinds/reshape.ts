import { defineLayer, only, type ShapeResult } from '../defineLayer';
import { missingInput } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { fillOpenExtent } from '../openExtent';
import { pytorchOnly } from '../pytorchLayer';
import { elementCount, formatShape, imageShape } from '../shape';

/** Reads the values, in the same row-major order, as an image of another shape. */
export const reshape = defineLayer({
  kind: 'reshape',
  label: 'Reshape',
  category: 'shape',
  rank: 11,
  glyph: 'reshape',
  stem: 'reshape',
  summary:
    'Reads the same values as an image of another shape: a row of 784 becomes 28×28×1. Flatten is the way back.',
  inputs: 'one',
  transparent: true,
  fields: {
    targetShape: {
      type: 'integers',
      label: 'Shape',
      help: 'Height, width and channels of the output. 0, for one of them, stands for whatever is left over.',
      default: [1, 1, 0],
      min: 0,
      max: 65_536,
      parts: ['height', 'width', 'channels'],
    },
  },

  title: () => 'Reshape',

  outputShape([input], { targetShape }): ShapeResult {
    if (input === undefined) return missingInput('Reshape');
    const shape = fillOpenExtent(targetShape, elementCount(input));
    if (shape !== null) return { shape };
    const left = targetShape.filter((extent) => extent === 0).length;
    return {
      problem: {
        message:
          left > 1
            ? `Reshape leaves ${left} of its extents open: only one can be whatever is left over.`
            : `Reshape can't make ${shown(targetShape)} of ${elementCount(input)} values (${formatShape(input)}).`,
        advice:
          left > 1
            ? 'Give all but one of height, width and channels a number.'
            : `Choose extents whose product is ${elementCount(input)}, or 0 for one of them: it takes whatever is left over.`,
      },
    };
  },

  weights: () => [],
  macs: () => 0,
  // Which pixels come together depends on the shapes; the whole image bounds it.
  reach: ([input]) => {
    const image = imageShape(input);
    return { window: [image?.height ?? 1, image?.width ?? 1], strides: [1, 1] };
  },
  forward: (ops, inputs, _weights, { targetShape }) => ops.reshape(only(inputs), targetShape),
  pytorch: ({ output }) => pytorchOnly('Reshape', output),
  keras: ({ output }) => kerasOnly('Reshape', { target_shape: output }),
});

/** `28×28×1`, with `…` for an open extent. */
function shown(targetShape: readonly number[]): string {
  return targetShape.map((extent) => (extent === 0 ? '…' : extent)).join('×');
}
