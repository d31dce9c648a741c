/**
 * Places of at most `limit` samples that keep a curve's look: of each stretch the lowest and the highest value,
 * and both ends. All places where there are few enough.
 */
export function decimate(
  length: number,
  limit: number,
  valueAt: (index: number) => number,
): readonly number[] {
  if (length <= limit) return Array.from({ length }, (_, index) => index);
  const stretches = Math.floor((limit - 2) / 2);
  const kept = [0];
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const start = 1 + Math.floor((stretch * (length - 2)) / stretches);
    const end = 1 + Math.floor(((stretch + 1) * (length - 2)) / stretches);
    let lowest = start;
    let highest = start;
    for (let index = start; index < end; index += 1) {
      if (valueAt(index) < valueAt(lowest)) lowest = index;
      if (valueAt(index) > valueAt(highest)) highest = index;
    }
    kept.push(Math.min(lowest, highest));
    if (lowest !== highest) kept.push(Math.max(lowest, highest));
  }
  kept.push(length - 1);
  return kept;
}
