import type { Activation } from '../../importing/activation';
import { NoLayer } from '../../importing/noLayer';
import type { Operator } from './operator';

/** Strides and padding as settings of a layer. */
export interface SlidingConfig {
  readonly strides: readonly number[];
  readonly padding: 'same' | 'valid' | 'explicit';
  /** Top, bottom, left, right. */
  readonly explicitPadding: readonly number[];
}

/**
 * How an operator's window slides. Padding that is what SAME would be is said so; windows that reach over the edge
 * (`ceil_mode`) get the rows that they need.
 */
export function slidingConfig(
  operator: Operator,
  { shape }: Activation,
  window: readonly number[],
  dilations: readonly number[],
): SlidingConfig {
  const strides = operator.ints('strides') ?? [1, 1];
  const pads = operator.ints('pads') ?? [0, 0, 0, 0];
  const auto = operator.text('auto_pad', 'NOTSET');
  if (strides.length !== 2 || pads.length !== 4 || window.length !== 2 || dilations.length !== 2)
    throw new NoLayer('it does not slide over height and width');
  if (strides.some((stride) => stride < 1)) throw new NoLayer('its strides are no whole numbers above 0');
  const sides = [0, 1].map((axis) => {
    const [size, stride = 1] = [shape?.[axis], strides[axis]];
    const reach = (dilations[axis] ?? 1) * ((window[axis] ?? 1) - 1) + 1;
    const [before = 0, after = 0] = [pads[axis], pads[axis + 2]];
    const same = sameSides(size, reach, stride);
    if (auto === 'VALID') return { given: [0, 0], same };
    if (auto.startsWith('SAME')) {
      const [small, large] = same ?? unknownSize();
      return { given: auto === 'SAME_LOWER' ? [large, small] : [small, large], same };
    }
    const over =
      operator.int('ceil_mode', 0) === 1 ? rowsOver(size, before + after, reach, stride, before) : 0;
    return { given: [before, after + over], same };
  });
  const explicitPadding = sides.flatMap(({ given }) => given);
  if (explicitPadding.every((rows) => rows === 0)) return { strides, padding: 'valid', explicitPadding };
  const isSame = sides.every(({ given, same }) => same !== null && given.join() === same.join());
  return { strides, padding: isSame ? 'same' : 'explicit', explicitPadding };
}

/** Rows in front and behind that make the output ⌈size / stride⌉, or null where they depend on a size that isn't known. */
function sameSides(
  size: number | undefined,
  reach: number,
  stride: number,
): readonly [number, number] | null {
  const total =
    size === undefined
      ? stride === 1
        ? reach - 1
        : null
      : Math.max(0, (Math.ceil(size / stride) - 1) * stride + reach - size);
  return total === null ? null : [Math.floor(total / 2), Math.ceil(total / 2)];
}

/** Rows behind the padded image that the last window needs where extents are rounded up. */
function rowsOver(
  size: number | undefined,
  padding: number,
  reach: number,
  stride: number,
  before: number,
): number {
  if (size === undefined) return unknownSize();
  const steps = Math.ceil((size + padding - reach) / stride);
  // A window that begins behind the image is left out.
  const last = steps * stride >= size + before ? steps - 1 : steps;
  return Math.max(0, last * stride + reach - size - padding);
}

function unknownSize(): never {
  throw new NoLayer('how it pads depends on a size that is not known');
}
