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

/** Dots have one of so many colours a decade: more are not told apart. */
const coloursPerDecade = 8;

/**
 * The profile of the shown step; each dot has its colour of the scale, and an exact zero is hollow. Dots of one colour
 * are one path: an element for each of two hundred layers takes long to restyle ten times a second.
 */
export function DepthCurve({ norms, geometry, selected }: DepthCurveProps & { selected: number }) {
  const radius = Math.min(3.8, Math.max(1.5, geometry.spacing * 0.4));
  const looks = dotsByLook(norms, geometry, selected);
  const chosen = norms[selected] ?? Number.NaN;
  return (
    <>
      <path
        d={curve(norms, geometry)}
        fill="none"
        stroke="color-mix(in oklab, var(--fg) 55%, transparent)"
        strokeWidth="1.75"
        strokeLinejoin="round"
      />
      <g fill="none" strokeLinecap="round">
        <path d={[...looks.values()].join('')} stroke="var(--bg)" strokeWidth={2 * radius + 1} />
        {[...looks].map(([norm, dots]) => (
          <path key={norm} d={dots} stroke={gradientColour(norm)} strokeWidth={2 * radius - 1} />
        ))}
        {looks.has(zero) && (
          <path d={looks.get(zero)} stroke="var(--bg)" strokeWidth={Math.max(1, 2 * radius - 3)} />
        )}
      </g>
      {!Number.isNaN(chosen) && (
        <circle
          cx={geometry.x(selected)}
          cy={geometry.y(chosen)}
          r={5.5}
          fill={chosen === zero ? 'var(--bg)' : gradientColour(chosen)}
          stroke="var(--fg)"
          strokeWidth={2}
        />
      )}
    </>
  );
}

const zero = Number.NEGATIVE_INFINITY;

/** All dots but the selected layer's as path data, by the norm that stands for their colour; zeros by themselves. */
function dotsByLook(norms: readonly number[], { x, y }: DepthGeometry, selected: number) {
  const looks = new Map<number, string>();
  norms.forEach((norm, layer) => {
    if (Number.isNaN(norm) || layer === selected) return;
    const look = Math.round(norm * coloursPerDecade) / coloursPerDecade;
    looks.set(look, `${looks.get(look) ?? ''}M${x(layer).toFixed(1)} ${y(norm).toFixed(1)}h0`);
  });
  return looks;
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
