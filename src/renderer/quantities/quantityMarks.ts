import type { Quantity } from './quantity';
import type { ScaleSide } from './quantityScale';

/** The shape repeats what the colour says. */
export const sideMarks: Readonly<Record<ScaleSide, string>> = { low: '▼', healthy: '●', high: '▲' };

/** The colour of words about a side of a quantity's scale. */
export function sideTone({ stops, healthy, low, high }: Quantity, side: ScaleSide): string {
  const middle = ((healthy.low + healthy.high) / 2 - low) / (high - low);
  const place = { low: 1, healthy: Math.round(middle * (stops.length - 1)), high: stops.length - 2 }[side];
  return stops[place] ?? 'var(--fg-3)';
}
