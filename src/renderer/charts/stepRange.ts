/** Steps of a run that a chart shows, from its left end to its right one. */
export interface StepRange {
  readonly first: number;
  readonly last: number;
}

/** Fewer steps are not worth a chart. */
const leastSteps = 8;

/** As `range`, but so many times as long around a step that keeps its place; never beyond `whole`. */
export function zoomed(range: StepRange, whole: StepRange, centre: number, factor: number): StepRange {
  const most = extent(whole);
  const length = Math.min(most, Math.max(Math.min(leastSteps, most), extent(range) * factor));
  // Of a range of one step, that step comes to lie in the middle.
  const share = extent(range) === 0 ? 0.5 : (centre - range.first) / extent(range);
  const first = centre - share * length;
  return within({ first, last: first + length }, whole);
}

/** As `range`, so many steps further on; as far as `whole` goes. */
export function moved(range: StepRange, whole: StepRange, steps: number): StepRange {
  return within({ first: range.first + steps, last: range.last + steps }, whole);
}

/** From one step to another, in either order. */
export function between(one: number, other: number, whole: StepRange): StepRange {
  const range = { first: Math.min(one, other), last: Math.max(one, other) };
  return zoomed(within(range, whole), whole, (range.first + range.last) / 2, 1);
}

export function extent({ first, last }: StepRange): number {
  return last - first;
}

/** Moved, without growing or shrinking, to where it lies inside; for a range that is no longer than `whole`. */
function within({ first, last }: StepRange, whole: StepRange): StepRange {
  const shift = Math.max(0, whole.first - first) - Math.max(0, last - whole.last);
  return { first: Math.max(whole.first, first + shift), last: Math.min(whole.last, last + shift) };
}
