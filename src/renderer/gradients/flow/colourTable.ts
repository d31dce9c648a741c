import type { Quantity } from '../../quantities/quantity';
import { quantityColour, shareOfScale } from '../../quantities/quantityScale';
import { tokenValue } from '../../theme/tokenValue';

const entries = 256;

/**
 * A quantity's colour scale as the page shows it now, for canvases: packed pixels, as ImageData's buffer holds them,
 * from one end of the scale to the other. It is painted by the browser itself, so it equals the CSS colours.
 */
export function readColourTable(quantity: Quantity): Uint32Array {
  const stops = quantity.stops.map(tokenValue);
  const canvas = new OffscreenCanvas(entries, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return new Uint32Array(entries);
  for (let entry = 0; entry < entries; entry += 1) {
    const value = quantity.low + (entry / (entries - 1)) * (quantity.high - quantity.low);
    context.fillStyle = quantityColour(quantity, value, stops);
    context.fillRect(entry, 0, 1, 1);
  }
  return new Uint32Array(context.getImageData(0, 0, entries, 1).data.buffer);
}

/** The packed pixel of a value; 0, which is transparent, where it is undefined. */
export function tableColour(
  table: Uint32Array,
  scale: Pick<Quantity, 'low' | 'high'>,
  value: number,
): number {
  if (Number.isNaN(value)) return 0;
  return table[Math.round(shareOfScale(scale, value) * (table.length - 1))] ?? 0;
}
