import type { Shape } from '../../network/layers/shape';

/** An isometric cuboid: the front face's corner lies at (0, dy), the back is shifted by (dx, −dy). */
interface Cuboid {
  readonly width: number;
  readonly height: number;
  readonly front: string;
  readonly top: string;
  readonly side: string;
}

/** Exponent that keeps 224 and 7 in one picture. */
const flattening = 0.52;
const depthShare = 0.46;
const widestFront = 56;
/** Least size of a front in px: a vector's map of 1×1 stays visible beside an image. */
const smallest = { width: 3, height: 14 };

/** Scale at which the larger of several shapes has the given height in px. */
export function cuboidScale(shapes: readonly Shape[], tallest: number): number {
  const largest = Math.max(1, ...shapes.map((shape) => parts(shape).height));
  return tallest / largest ** flattening;
}

/** A shape as a cuboid: height and depth are the map, the width is the number of channels. */
export function cuboid(shape: Shape, scale: number): Cuboid {
  const { height, width, channels } = parts(shape);
  const h = Math.max(smallest.height, scale * height ** flattening);
  const depth = Math.max(smallest.height, scale * width ** flattening) * depthShare;
  const w = Math.min(widestFront, Math.max(smallest.width, 2.05 * Math.sqrt(channels)));
  const [dx, dy] = [depth * 0.82, depth * 0.57];
  return {
    width: w + dx,
    height: h + dy,
    front: `M0 ${dy}h${w}v${h}h${-w}z`,
    top: `M0 ${dy}l${dx} ${-dy}h${w}l${-dx} ${dy}z`,
    side: `M${w} ${dy}l${dx} ${-dy}v${h}l${-dx} ${dy}z`,
  };
}

/** A feature vector has a map of 1×1. */
function parts(shape: Shape): { height: number; width: number; channels: number } {
  const [first = 1, second, third] = shape;
  if (second === undefined || third === undefined) return { height: 1, width: 1, channels: first };
  return { height: first, width: second, channels: third };
}
