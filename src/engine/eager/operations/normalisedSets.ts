/**
 * Which values are normalised together: x is read as rows × positions × groups × channels, and the values of one row and
 * one group form a set.
 */
export interface NormalisedSets {
  readonly positions: number;
  readonly groups: number;
  readonly channels: number;
}

/** Calls `visit` for each of `count` values in order, with the number of its set. */
export function eachInSets(
  { positions, groups, channels }: NormalisedSets,
  count: number,
  visit: (index: number, set: number) => void,
): void {
  let index = 0;
  for (let firstSet = 0; index < count; firstSet += groups)
    for (let position = 0; position < positions; position++)
      for (let group = 0; group < groups; group++)
        for (let channel = 0; channel < channels; channel++) visit(index++, firstSet + group);
}

/** The mean over each set of what `value` gives for its values. */
export function setMeans(
  sets: NormalisedSets,
  count: number,
  value: (index: number, set: number) => number,
): Float64Array {
  const size = sets.positions * sets.channels;
  const sums = new Float64Array(count / size);
  eachInSets(sets, count, (index, set) => {
    sums[set] = (sums[set] ?? 0) + value(index, set);
  });
  return sums.map((sum) => sum / size);
}
