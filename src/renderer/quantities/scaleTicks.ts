import type { Quantity } from './quantity';
import { tickText } from './quantityText';

/** A mark of a colour scale: how far along, 0…1, and what stands there. */
interface ScaleTick {
  readonly share: number;
  readonly value: number;
  readonly text: string;
}

/** A tick at each stop; those at the ends say that values beyond look the same. */
export function scaleTicks(quantity: Quantity): readonly ScaleTick[] {
  const { low, high, stops, form } = quantity;
  const intervals = stops.length - 1;
  return stops.map((_, index) => {
    const share = index / intervals;
    const value = low + share * (high - low);
    const digits = tickText(quantity, value);
    if (form === 'share') return { share, value, text: `${digits} %` };
    const text = index === 0 ? `≤ ${digits}` : index === intervals ? `≥ ${digits}` : digits;
    return { share, value, text };
  });
}
