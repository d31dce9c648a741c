import type { Run } from '../training/run';
import type { Quantity } from './quantity';

/** The place on a quantity's scale of a measured value: −Infinity for the logarithm of 0, NaN for NaN. */
export function onScale({ form }: Pick<Quantity, 'form'>, measured: number): number {
  return form === 'log' ? Math.log10(measured) : measured;
}

/** A quantity's place on its scale at a sample, of a node by its place in telemetry; NaN where it is undefined. */
export function valueAt(quantity: Quantity, { log }: Pick<Run, 'log'>, sample: number, node: number): number {
  return onScale(quantity, quantity.measured(log, sample, node));
}

/** How far along the colour scale a value lies, 0…1, held at its ends. */
export function shareOfScale({ low, high }: Pick<Quantity, 'low' | 'high'>, value: number): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

/** The CSS colour of a value; stops are mixed in OKLCH and held beyond the scale's ends. */
export function quantityColour(
  quantity: Pick<Quantity, 'low' | 'high' | 'stops'>,
  value: number,
  stops: readonly string[] = quantity.stops,
): string {
  const place = shareOfScale(quantity, value) * (stops.length - 1);
  const stop = Math.floor(place + 1e-9);
  const share = Math.max(0, place - stop);
  const lower = stops[stop] ?? 'transparent';
  const upper = stops[stop + 1];
  if (upper === undefined || share < 1e-9) return lower;
  return `color-mix(in oklch, ${upper} ${(share * 100).toFixed(1)}%, ${lower})`;
}

/** The whole scale as a CSS gradient from left to right. */
export function scaleImage({ stops }: Pick<Quantity, 'stops'>): string {
  return `linear-gradient(in oklch to right, ${stops.join(', ')})`;
}

/** Below, within or above the healthy band; its word and mark follow from it. */
export type ScaleSide = 'low' | 'healthy' | 'high';

export function sideOf({ healthy }: Pick<Quantity, 'healthy'>, value: number): ScaleSide {
  if (value < healthy.low) return 'low';
  return value > healthy.high ? 'high' : 'healthy';
}
