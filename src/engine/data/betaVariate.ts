import type { RandomStream } from '../randomStreams';

/** A number from Beta(a, b), as the share of one of two gamma variates. */
export function betaVariate(stream: RandomStream, a: number, b: number): number {
  const [first, second] = [gammaVariate(stream, a), gammaVariate(stream, b)];
  return first + second > 0 ? first / (first + second) : 1;
}

/** A number from Gamma(shape, 1) (Marsaglia & Tsang 2000, with their step for shapes below 1). */
function gammaVariate(stream: RandomStream, shape: number): number {
  if (shape < 1) return gammaVariate(stream, shape + 1) * stream.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = stream.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - stream.uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
