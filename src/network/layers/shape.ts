/** Shape of one example: no batch axis, channels last (height × width × channels, or features). */
export type Shape = readonly number[];

/** Formats a shape as people read it: `28×28×6`, or `120` for a feature vector. */
export function formatShape(shape: Shape): string {
  return shape.join('×');
}

/** Number of values that one example of this shape holds. */
export function elementCount(shape: Shape): number {
  return shape.reduce((product, extent) => product * extent, 1);
}

export function equalShapes(left: Shape, right: Shape): boolean {
  return left.length === right.length && left.every((extent, axis) => extent === right[axis]);
}

/** An image shape split into its parts, or null where the shape is not height × width × channels. */
export function imageShape(
  shape: Shape | undefined,
): { height: number; width: number; channels: number } | null {
  const [height, width, channels] = shape ?? [];
  if (shape?.length !== 3 || height === undefined || width === undefined || channels === undefined)
    return null;
  return { height, width, channels };
}
