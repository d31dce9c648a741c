import { gradientThresholds } from '../../network/health/thresholds';
import { quantities } from '../quantities/quantities';
import { quantityColour, scaleImage } from '../quantities/quantityScale';

/** The CSS colour of a gradient's norm, given as log₁₀; stops are mixed in OKLCH and held beyond the scale's ends. */
export function gradientColour(log10Norm: number): string {
  return quantityColour(quantities.gradient, log10Norm);
}

/** The whole scale as a CSS gradient from left to right. */
export const gradientScaleImage = scaleImage(quantities.gradient);

const thinnestEdge = 1.25;
const thickestEdge = 9;

/** Width in px at 100 % zoom of an edge that carries a gradient of this norm, given as log₁₀. */
export function gradientEdgeWidth(log10Norm: number): number {
  const width = thinnestEdge + (log10Norm - gradientThresholds.scaleLow) * 2.3;
  return Math.min(thickestEdge, Math.max(thinnestEdge, width));
}
