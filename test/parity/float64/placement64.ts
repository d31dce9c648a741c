import type { Pair, Sides } from '../../../src/network/layers/ops';
import type { Array64 } from './array64';

/** Output extents, and rows and columns in front of the image. SAME puts the odd one behind. */
export function placement(
  x: Array64,
  window: Pair,
  strides: Pair,
  dilations: Pair,
  padding: 'same' | 'valid' | Sides,
): { height: number; width: number; top: number; left: number } {
  const along = (axis: 0 | 1): { extent: number; before: number } => {
    const size = x.shape[axis + 1] ?? 0;
    const reach = dilations[axis] * (window[axis] - 1) + 1;
    if (padding === 'same') {
      const extent = Math.ceil(size / strides[axis]);
      return {
        extent,
        before: Math.floor(Math.max(0, (extent - 1) * strides[axis] + reach - size) / 2),
      };
    }
    const [before, after] =
      padding === 'valid' ? [0, 0] : [padding[2 * axis] ?? 0, padding[2 * axis + 1] ?? 0];
    return { extent: Math.floor((size + before + after - reach) / strides[axis]) + 1, before };
  };
  const [rows, columns] = [along(0), along(1)];
  return { height: rows.extent, width: columns.extent, top: rows.before, left: columns.before };
}
