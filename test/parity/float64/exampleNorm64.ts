import type { NormalisationOps } from '../../../src/network/layers/normalisationOps';
import { type Array64, mapValues } from './array64';

/** The normalisations of one example by itself in plain float64, from their definitions. */
export const exampleNorms64: NormalisationOps<Array64> = {
  layerNorm(x, scale, offset, { epsilon }) {
    const length = scale.values.length;
    const normalised = normaliseSets(x, (index) => Math.floor(index / length), epsilon);
    return scaledAndShifted(normalised, scale, offset);
  },
  groupNorm(x, scale, offset, { groups, epsilon }) {
    const [batch = 1, channels = 1] = [x.shape[0], x.shape.at(-1)];
    const exampleSize = x.values.length / batch;
    const group = (index: number): number => Math.floor((index % channels) / (channels / groups));
    const normalised = normaliseSets(
      x,
      (index) => Math.floor(index / exampleSize) * groups + group(index),
      epsilon,
    );
    return scaledAndShifted(normalised, scale, offset);
  },
};

function normaliseSets(x: Array64, setOf: (index: number) => number, epsilon: number): Array64 {
  const sets = new Map<number, number[]>();
  for (const [index, value] of x.values.entries())
    sets.set(setOf(index), [...(sets.get(setOf(index)) ?? []), value]);
  const moments = new Map(
    [...sets].map(([set, values]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      return [set, { mean, variance }];
    }),
  );
  return mapValues(x, (value, index) => {
    const { mean = Number.NaN, variance = Number.NaN } = moments.get(setOf(index)) ?? {};
    return (value - mean) / Math.sqrt(variance + epsilon);
  });
}

function scaledAndShifted(x: Array64, scale: Array64, offset: Array64): Array64 {
  const { length } = scale.values;
  return mapValues(
    x,
    (value, index) => value * (scale.values[index % length] ?? 0) + (offset.values[index % length] ?? 0),
  );
}
