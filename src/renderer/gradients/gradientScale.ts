import { gradientThresholds } from '../../network/health/thresholds';

/** CSS colours at whole decades from −4 to 2, as design tokens. */
export const gradientStops = [
  'var(--g-m4)',
  'var(--g-m3)',
  'var(--g-m2)',
  'var(--g-m1)',
  'var(--g-0)',
  'var(--g-p1)',
  'var(--g-p2)',
] as const;

const { scaleLow, scaleHigh } = gradientThresholds;

/** The CSS colour of a norm, given as log₁₀; stops are mixed in OKLCH and held beyond the scale's ends. */
export function gradientColour(log10Norm: number, stops: readonly string[] = gradientStops): string {
  const place = Math.min(scaleHigh, Math.max(scaleLow, log10Norm)) - scaleLow;
  const stop = Math.floor(place);
  const share = place - stop;
  const lower = stops[stop] ?? 'transparent';
  const upper = stops[stop + 1];
  if (upper === undefined || share === 0) return lower;
  return `color-mix(in oklch, ${upper} ${(share * 100).toFixed(1)}%, ${lower})`;
}

/** The whole scale as a CSS gradient from left to right. */
export const gradientScaleImage = `linear-gradient(in oklch to right, ${gradientStops.join(', ')})`;

const thinnestEdge = 1.25;
const thickestEdge = 9;

/** Width in px at 100 % zoom of an edge that carries a gradient of this norm, given as log₁₀. */
export function gradientEdgeWidth(log10Norm: number): number {
  const width = thinnestEdge + (log10Norm - scaleLow) * 2.3;
  return Math.min(thickestEdge, Math.max(thinnestEdge, width));
}
