import type { ActivationOps } from '../../../src/network/layers/activationOps';
import { type Array64, mapValues } from './array64';

/** The further activations in plain float64, from their definitions. */
export const activations64: ActivationOps<Array64> = {
  relu6: (x) => mapValues(x, (value) => Math.min(Math.max(value, 0), 6)),
  prelu: (x, slopes) =>
    mapValues(x, (value, index) =>
      value > 0 ? value : value * (slopes.values[index % slopes.values.length] ?? Number.NaN),
    ),
  elu: (x, alpha) => mapValues(x, (value) => (value > 0 ? value : alpha * (Math.exp(value) - 1))),
  gelu: (x, form) =>
    mapValues(x, (value) =>
      form === 'exact'
        ? (value / 2) * (1 + erf(value / Math.SQRT2))
        : (value / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (value + 0.044715 * value ** 3))),
    ),
  silu: (x) => mapValues(x, (value) => value / (1 + Math.exp(-value))),
  softplus: (x) => mapValues(x, (value) => Math.log(1 + Math.exp(value))),
};

/** 2/√π · e^(−x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1·3·5·…·(2n + 1)) */
function erf(x: number): number {
  let [sum, term] = [0, x];
  for (let n = 0; Math.abs(term) > 1e-18; n++) {
    sum += term;
    term *= (2 * x * x) / (2 * n + 3);
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}
