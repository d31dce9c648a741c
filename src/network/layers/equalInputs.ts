import type { ShapeResult } from './defineLayer';
import { missingInput } from './inputProblems';
import { equalShapes, formatShape, imageShape, type Shape } from './shape';
import { listShapes, sizeDifference, strideBetween } from './shapeDifferences';

/** The output shape of a layer that joins two or more inputs value by value: that of each of them. */
export function equalInputs(label: string, inputs: readonly Shape[]): ShapeResult {
  const [first, ...others] = inputs;
  if (first === undefined) return missingInput(label);
  if (others.length === 0)
    return {
      problem: {
        message: `${label} needs at least two inputs; got 1.`,
        advice: 'Connect a second layer to it, or remove it.',
      },
    };
  const differing = others.find((shape) => !equalShapes(shape, first));
  if (differing === undefined) return { shape: first };
  return {
    problem: {
      message: `${label} needs equal shapes; got ${listShapes(inputs)}.`,
      advice: adviceFor(first, differing),
    },
  };
}

/** What would level two shapes out: a projection on the path that is larger, or has fewer channels (He et al. 2016, §3.3). */
function adviceFor(left: Shape, right: Shape): string {
  if (left.length !== right.length)
    return 'One path is flattened and the other is not: put Flatten or global average pooling on both paths or on neither.';
  const [leftImage, rightImage] = [imageShape(left), imageShape(right)];
  if (leftImage === null || rightImage === null) {
    const [shorter, longer] = (left[0] ?? 0) < (right[0] ?? 0) ? [left, right] : [right, left];
    return `Put a Dense layer with ${longer[0]} units on the shortcut that gives ${formatShape(shorter)}.`;
  }
  if (leftImage.height === rightImage.height && leftImage.width === rightImage.width) {
    const [narrow, wide] = leftImage.channels < rightImage.channels ? [left, rightImage] : [right, leftImage];
    return `Put a 1×1 convolution with ${wide.channels} filters on the shortcut that gives ${formatShape(narrow)}.`;
  }
  const step = strideBetween(left, right);
  if (step !== null)
    return `Put a 1×1 convolution with ${step.smaller[2]} filters and stride ${step.stride} on the shortcut that gives ${formatShape(step.larger)}.`;
  return `The ${sizeDifference(left, right)} differ by more than a stride: use Same padding and equal strides on both paths.`;
}
