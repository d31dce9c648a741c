import type { Shape } from '../../network/layers/shape';

/** Row-major values with their axes in another order: axis i of the result is axis order[i]. */
export function permuteValues(values: Float32Array, shape: Shape, order: readonly number[]): Float32Array {
  const strides = shape.map((_, axis) =>
    shape.slice(axis + 1).reduce((product, extent) => product * extent, 1),
  );
  const extents = order.map((axis) => shape[axis] ?? 1);
  const steps = order.map((axis) => strides[axis] ?? 0);
  const result = new Float32Array(values.length);
  const place = extents.map(() => 0);
  let from = 0;
  for (let at = 0; at < result.length; at += 1) {
    result[at] = values[from] ?? 0;
    for (let axis = extents.length - 1; axis >= 0; axis -= 1) {
      from += steps[axis] ?? 0;
      const next = (place[axis] ?? 0) + 1;
      place[axis] = next;
      if (next < (extents[axis] ?? 1)) break;
      from -= next * (steps[axis] ?? 0);
      place[axis] = 0;
    }
  }
  return result;
}
