import type { Quantity } from '../../quantities/quantity';

/** The vertical axis of a depth profile: whole decades, or shares. */
export interface DepthAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Always in view, so that the healthy band stands where it stood. */
const usualRange = { low: -5, high: 1 } as const;
/** Norms beyond are drawn at the edge. */
const lowest = -30;
const highest = 20;

/** An axis of decades that holds all finite values, and the usual range at least. */
export function decadeAxis(
  values: readonly number[],
  usual: { readonly low: number; readonly high: number } = usualRange,
): DepthAxis {
  const finite = values.filter(Number.isFinite);
  const low = Math.max(lowest, Math.min(usual.low, ...finite.map(Math.floor)));
  const high = Math.min(highest, Math.max(usual.high, ...finite.map(Math.ceil)));
  const every = Math.ceil((high - low) / 8);
  const ticks: number[] = [];
  for (let decade = Math.ceil(low / every) * every; decade <= high; decade += every) ticks.push(decade);
  return { low, high, ticks };
}

const shares: DepthAxis = { low: 0, high: 1, ticks: [0, 0.25, 0.5, 0.75, 1] };

/** The axis of a quantity's profile, which holds all finite values. */
export function depthAxis(quantity: Quantity, values: readonly number[]): DepthAxis {
  if (quantity.form === 'share') return shares;
  const { low, high } = quantity.healthy;
  return decadeAxis(values, { low: low - 3, high: high + 1 });
}
