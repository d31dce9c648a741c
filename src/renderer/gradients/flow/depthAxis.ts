/** The vertical axis of a depth profile, in whole decades. */
export interface DecadeAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Always in view, so that the healthy band stands where it stood. */
const usualLow = -5;
const usualHigh = 1;
/** Norms beyond are drawn at the edge. */
const lowest = -30;
const highest = 20;

/** An axis that holds all finite values, from −5 to 1 at least. */
export function decadeAxis(values: readonly number[]): DecadeAxis {
  const finite = values.filter(Number.isFinite);
  const low = Math.max(lowest, Math.min(usualLow, ...finite.map(Math.floor)));
  const high = Math.min(highest, Math.max(usualHigh, ...finite.map(Math.ceil)));
  const every = Math.ceil((high - low) / 8);
  const ticks: number[] = [];
  for (let decade = Math.ceil(low / every) * every; decade <= high; decade += every) ticks.push(decade);
  return { low, high, ticks };
}
