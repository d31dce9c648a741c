import type { Size } from '../../charts/useSize';
import type { DepthAxis } from './depthAxis';

/** Room around the plot in px. */
export const depthMargin = { left: 30, right: 10, top: 8, bottom: 22 } as const;

/** Places in px of a depth profile. */
export interface DepthGeometry extends Size {
  /** Distance between two layers. */
  readonly spacing: number;
  /** Place of a layer by its number. */
  x(layer: number): number;
  /** Height of log₁₀ of a norm; beyond the axis, the axis' end. */
  y(log10Norm: number): number;
}

export function depthGeometry(
  { width, height }: Size,
  layers: number,
  axis: Pick<DepthAxis, 'low' | 'high'>,
): DepthGeometry {
  const left = depthMargin.left + 12;
  const right = width - depthMargin.right - 12;
  const top = depthMargin.top;
  const bottom = height - depthMargin.bottom;
  const spacing = (right - left) / Math.max(1, layers - 1);
  return {
    width,
    height,
    spacing,
    x: (layer) => (layers === 1 ? (left + right) / 2 : left + layer * spacing),
    y: (log10Norm) => {
      const held = Math.min(axis.high, Math.max(axis.low, log10Norm));
      return top + ((axis.high - held) / (axis.high - axis.low)) * (bottom - top);
    },
  };
}
