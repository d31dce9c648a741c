import { gradientColour } from '../gradientScale';
import type { DepthGeometry } from './depthGeometry';

interface DepthCurveProps {
  /** log₁₀ of the norms by layer; −Infinity for an exact zero, NaN for none. */
  norms: readonly number[];
  geometry: DepthGeometry;
}

/** A profile of an earlier step, without dots. */
export function GhostCurve({ norms, geometry }: DepthCurveProps) {
  return (
    <path d={curve(norms, geometry)} fill="none" stroke="var(--fg-3)" strokeOpacity=".6" strokeWidth="1.25" />
  );
}

/** The profile of the shown step; each dot has its colour of the scale, and an exact zero is hollow. */
export function DepthCurve({ norms, geometry, selected }: DepthCurveProps & { selected: number }) {
  const radius = Math.min(3.8, Math.max(1.5, geometry.spacing * 0.4));
  return (
    <>
      <path
        d={curve(norms, geometry)}
        fill="none"
        stroke="color-mix(in oklab, var(--fg) 55%, transparent)"
        strokeWidth="1.75"
        strokeLinejoin="round"
      />
      {norms.map((norm, layer) => {
        if (Number.isNaN(norm)) return null;
        const isSelected = layer === selected;
        const zero = norm === Number.NEGATIVE_INFINITY;
        return (
          <circle
            key={geometry.x(layer)}
            cx={geometry.x(layer)}
            cy={geometry.y(norm)}
            r={isSelected ? 5.5 : radius}
            fill={zero ? 'var(--bg)' : gradientColour(norm)}
            stroke={isSelected ? 'var(--fg)' : zero ? gradientColour(norm) : 'var(--bg)'}
            strokeWidth={isSelected ? 2 : zero ? 1.5 : 1}
          />
        );
      })}
    </>
  );
}

function curve(norms: readonly number[], { x, y }: DepthGeometry): string {
  let path = '';
  let joined = false;
  norms.forEach((norm, layer) => {
    if (!Number.isNaN(norm)) path += `${joined ? 'L' : 'M'}${x(layer).toFixed(1)} ${y(norm).toFixed(1)}`;
    joined = !Number.isNaN(norm);
  });
  return path;
}
