import { defineLayer, type ShapeResult } from '../defineLayer';
import { missingInput } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchOnly } from '../pytorchLayer';
import { equalShapes, formatShape, type Shape } from '../shape';
import { listShapes, sizeDifference, strideBetween } from '../shapeDifferences';

/** Joins two or more inputs along the last axis: images of equal height and width to the sum of their channels, vectors end to end. */
export const concat = defineLayer({
  kind: 'concat',
  label: 'Concatenate',
  category: 'merge',
  rank: 1,
  glyph: 'concat',
  stem: 'concat',
  summary:
    'Puts the channels of its inputs side by side, so that the next layer sees all of them. Inception modules end in one.',
  inputs: 'many',
  transparent: true,
  fields: {},

  title: () => 'Concatenate',

  outputShape(inputs): ShapeResult {
    const [first, ...others] = inputs;
    if (first === undefined) return missingInput('Concatenate');
    if (others.length === 0)
      return {
        problem: {
          message: 'Concatenate needs at least two inputs; got 1.',
          advice: 'Connect a second layer to it, or remove it.',
        },
      };
    const differing = others.find(
      (shape) => shape.length !== first.length || !equalShapes(leading(shape), leading(first)),
    );
    if (differing === undefined) {
      const channels = inputs.reduce((sum, shape) => sum + (shape.at(-1) ?? 0), 0);
      return { shape: [...leading(first), channels] };
    }
    return {
      problem: {
        message: `Concatenate needs equal height×width; got ${listShapes(inputs)}.`,
        advice: adviceFor(first, differing),
      },
    };
  },

  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs) => ops.concat(inputs),
  pytorch: () => pytorchOnly('Concatenate'),
  keras: () => kerasOnly('Concatenate'),
});

/** All axes but the channels. */
function leading(shape: Shape): Shape {
  return shape.slice(0, -1);
}

function adviceFor(left: Shape, right: Shape): string {
  if (left.length !== right.length)
    return 'One branch is flattened and another is not: put Flatten or global average pooling on all branches or on none.';
  const step = strideBetween(left, right);
  if (step !== null)
    return `Give a layer on the branch that gives ${formatShape(step.larger)} stride ${step.stride} and Same padding.`;
  return `The ${sizeDifference(left, right)} differ by more than a stride: use Same padding and equal strides on all branches.`;
}
