import type { ProductOps } from '../../../src/network/layers/productOps';
import { type Array64, mapValues } from './array64';

/** Products in plain float64. */
export const products64: ProductOps<Array64> = {
  multiply: (left, right) => mapValues(left, (value, index) => value * (right.values[index] ?? Number.NaN)),
  scale: (x, factor) => mapValues(x, (value) => value * factor),
  scaleChannels: (x, factors) =>
    mapValues(x, (value, index) => value * (factors.values[index % factors.values.length] ?? Number.NaN)),
};
