import type { Array64 } from './array64';

/** Central differences err by h² f‴/6 + 1e−16 f/h: about 1e−10 here. */
const stepSize = 1e-5;

/** (f(x + h) − f(x − h)) / 2h for one value of one of the tensors that `evaluate` depends on. */
export function slope(tensor: Array64, index: number, evaluate: () => number): number {
  const { values } = tensor;
  const middle = values[index] ?? Number.NaN;
  values[index] = middle + stepSize;
  const above = evaluate();
  values[index] = middle - stepSize;
  const below = evaluate();
  values[index] = middle;
  return (above - below) / (2 * stepSize);
}

/** All slopes of a tensor. */
export function gradient(tensor: Array64, evaluate: () => number): Float64Array {
  return tensor.values.map((_, index) => slope(tensor, index, evaluate));
}
