import { gradientThresholds } from '../../../network/health/thresholds';
import { gradientColour, gradientStops } from '../gradientScale';

const entries = 256;
const { scaleLow, scaleHigh } = gradientThresholds;

/**
 * The gradient scale as the page shows it now, for canvases: packed pixels, as ImageData's buffer holds them, from
 * one end of the scale to the other. It is painted by the browser itself, so it equals the CSS colours.
 */
export function readColourTable(): Uint32Array {
  const style = getComputedStyle(document.documentElement);
  const stops = gradientStops.map((stop) => style.getPropertyValue(stop.slice('var('.length, -1)).trim());
  const canvas = new OffscreenCanvas(entries, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return new Uint32Array(entries);
  for (let entry = 0; entry < entries; entry += 1) {
    const log10Norm = scaleLow + (entry / (entries - 1)) * (scaleHigh - scaleLow);
    context.fillStyle = gradientColour(log10Norm, stops);
    context.fillRect(entry, 0, 1, 1);
  }
  return new Uint32Array(context.getImageData(0, 0, entries, 1).data.buffer);
}

/** The packed pixel of a norm, given as log₁₀; 0, which is transparent, where it is undefined. */
export function tableColour(table: Uint32Array, log10Norm: number): number {
  if (Number.isNaN(log10Norm)) return 0;
  const share = (log10Norm - scaleLow) / (scaleHigh - scaleLow);
  return table[Math.round(Math.min(1, Math.max(0, share)) * (entries - 1))] ?? 0;
}
