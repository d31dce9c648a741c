import type { Pair, Sides } from './ops';
import type { Shape } from './shape';

interface Sliding {
  readonly window: Pair;
  readonly strides: Pair;
  readonly dilations: Pair;
  readonly padding: 'same' | 'valid' | Sides;
}

/**
 * The rows and columns that are added at each side of an image. SAME adds what ⌈n / s⌉ positions need beyond n, the odd
 * one at the bottom or right (n input, s stride).
 */
export function paddedSides([height = 1, width = 1]: Shape, sliding: Sliding): Sides {
  const { padding } = sliding;
  if (padding === 'valid') return [0, 0, 0, 0];
  if (padding !== 'same') return padding;
  const [top, bottom] = sameSides(height, 0, sliding);
  const [left, right] = sameSides(width, 1, sliding);
  return [top, bottom, left, right];
}

function sameSides(size: number, axis: 0 | 1, { window, strides, dilations }: Sliding): Pair {
  const reach = dilations[axis] * (window[axis] - 1) + 1;
  const needed = (Math.ceil(size / strides[axis]) - 1) * strides[axis] + reach - size;
  const total = Math.max(needed, 0);
  return [Math.floor(total / 2), Math.ceil(total / 2)];
}

/** The padding as a module's own setting; null where the sides are unequal and PyTorch has none for it. */
export function evenPadding([top, bottom, left, right]: Sides): Pair | null {
  return top === bottom && left === right ? [top, left] : null;
}

/** `F.pad(x, (left, right, top, bottom))`, with zeros or another value. */
export function padded(x: string, [top, bottom, left, right]: Sides, value?: string): string {
  const sides = `(${left}, ${right}, ${top}, ${bottom})`;
  return value === undefined ? `F.pad(${x}, ${sides})` : `F.pad(${x}, ${sides}, value=${value})`;
}
