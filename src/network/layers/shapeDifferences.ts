import { formatShape, imageShape, type Shape } from './shape';

/** `8×8×4 and 4×4×4`, or `a, b and c`. */
export function listShapes(shapes: readonly Shape[]): string {
  const names = shapes.map(formatShape);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Strides above this are no step that anybody would put on a shortcut. */
const largestStride = 4;

/** A step that shrinks the larger of two images to the height and width of the smaller. */
export interface StrideBetween {
  readonly larger: Shape;
  readonly smaller: Shape;
  /** `2`, or `2×1` where height and width differ. */
  readonly stride: string;
}

/** Finds the stride (⌈n / s⌉, as a 1×1 convolution gives) that explains a difference in size, or null where none does. */
export function strideBetween(left: Shape, right: Shape): StrideBetween | null {
  for (const [larger, smaller] of [
    [left, right],
    [right, left],
  ] as const) {
    const [from, to] = [imageShape(larger), imageShape(smaller)];
    if (from === null || to === null) return null;
    const height = strideFor(from.height, to.height);
    const width = strideFor(from.width, to.width);
    if (height === null || width === null || Math.max(height, width) === 1) continue;
    return { larger, smaller, stride: height === width ? `${height}` : `${height}×${width}` };
  }
  return null;
}

function strideFor(from: number, to: number): number | null {
  for (let stride = 1; stride <= largestStride; stride++) if (Math.ceil(from / stride) === to) return stride;
  return null;
}

/** What a person has to level out: `heights (8 and 6) and widths (8 and 6)`. */
export function sizeDifference(left: Shape, right: Shape): string {
  const names = ['heights', 'widths'];
  const differing = names.flatMap((name, axis) =>
    left[axis] === right[axis] ? [] : [`${name} (${left[axis]} and ${right[axis]})`],
  );
  return differing.join(' and ');
}
