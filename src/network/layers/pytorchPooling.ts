import type { Pair, Pool2dOptions, Sides } from './ops';
import {
  type PytorchLayer,
  type PytorchModule,
  pytorchModule,
  squareOrPair,
  unlessDefault,
} from './pytorchLayer';
import { evenPadding, padded, paddedSides } from './pytorchPadding';
import type { Shape } from './shape';

/** The largest value of each window, padding never being it. */
export function maxPooling(input: Shape, pool: Pool2dOptions): PytorchLayer {
  const { own, sides } = paddingOf(input, pool);
  const module = pytorchModule('nn.MaxPool2d', [squareOrPair(pool.window)], {
    ...strideOf(pool),
    ...own,
  });
  return own === null ? { module, before: (x) => padded(x, sides, 'float("-inf")') } : { module };
}

/** The mean of each window, to which padding does not count. */
export function averagePooling(input: Shape, pool: Pool2dOptions): PytorchLayer {
  const { own, sides } = paddingOf(input, pool);
  const { window, strides } = pool;
  if (own === null) {
    const [top, bottom, left, right] = sides;
    return { module: pytorchModule('PaddedAvgPool2d', [window, strides, [left, right, top, bottom]]) };
  }
  const counts = Object.keys(own).length > 0 ? { count_include_pad: false } : {};
  return {
    module: pytorchModule('nn.AvgPool2d', [squareOrPair(window)], { ...strideOf(pool), ...own, ...counts }),
  };
}

/** PyTorch steps by the window where it isn't told. */
function strideOf({ window, strides }: Pool2dOptions): PytorchModule['options'] {
  return unlessDefault({ stride: squareOrPair(strides) }, { stride: squareOrPair(window) });
}

/**
 * PyTorch's pools pad both sides alike, by half a window at most. `ceil_mode` adds less than a stride at the bottom and
 * right: what SAME asks for. Null where they can't.
 */
function paddingOf(
  input: Shape,
  { window, strides, padding }: Pool2dOptions,
): { readonly own: PytorchModule['options'] | null; readonly sides: Sides } {
  const sides = paddedSides(input, { window, strides, dilations: [1, 1], padding });
  const [top, bottom, left, right] = sides;
  const fits = (pair: Pair) => 2 * pair[0] <= window[0] && 2 * pair[1] <= window[1];
  const even = evenPadding(sides);
  if (even !== null && fits(even))
    return { own: unlessDefault({ padding: squareOrPair(even) }, { padding: 0 }), sides };
  const roundsUp = padding === 'same' && bottom - top < strides[0] && right - left < strides[1];
  if (!roundsUp || !fits([top, left])) return { own: null, sides };
  return {
    own: { ...unlessDefault({ padding: squareOrPair([top, left]) }, { padding: 0 }), ceil_mode: true },
    sides,
  };
}
