import { memo } from 'react';
import type { Quantity } from '../../quantities/quantity';
import { quantityColour, shareOfScale } from '../../quantities/quantityScale';
import type { DepthGeometry } from './depthGeometry';
import type { ProfileWays } from './profileWays';

interface CurveProps {
  /** On the quantity's scale, by layer; −Infinity for a measured 0, NaN for none. */
  values: readonly number[];
  geometry: DepthGeometry;
  ways: ProfileWays;
}

interface TrailCurveProps extends CurveProps {
  /** 0…1. */
  age: number;
}

/** The main line of an earlier step, the fainter the longer ago. */
export const TrailCurve = memo(function TrailCurve({ values, geometry, ways, age }: TrailCurveProps) {
  return (
    <path
      d={line(mainLine(values, ways), values, geometry)}
      fill="none"
      stroke="var(--fg-3)"
      strokeOpacity={0.6 - 0.48 * age}
      strokeWidth="1.25"
    />
  );
});

interface DepthCurveProps extends CurveProps {
  quantity: Quantity;
  /** Place of the selected layer; −1 for none. */
  selected: number;
}

/** Marks have one of so many colours along the scale: more are not told apart. */
const colours = 48;

/**
 * The profile of the shown step: dots along the main road, squares along branches and shortcuts, in the colours of the
 * scale; hollow where 0 was measured. Marks of one colour are one path: an element for each of two hundred layers takes
 * long to restyle ten times a second.
 */
export function DepthCurve({ values, geometry, ways, quantity, selected }: DepthCurveProps) {
  const radius = Math.min(3.8, Math.max(1.5, geometry.spacing * 0.4));
  const main = new Set(mainLine(values, ways));
  const places = values.map((_, place) => place).filter((place) => place !== selected);
  const chosen = values[selected] ?? Number.NaN;
  const marks = { values, geometry, quantity };
  return (
    <>
      {ways.beside.map(({ kind, layers }) => (
        <path
          key={layers.join(' ')}
          d={line(layers, values, geometry)}
          fill="none"
          stroke={kind === 'shortcut' ? 'var(--accent)' : 'var(--fg-3)'}
          strokeOpacity={kind === 'shortcut' ? 0.9 : 0.7}
          strokeDasharray={kind === 'shortcut' ? '5 2' : '2 2'}
        />
      ))}
      <path
        d={line([...main], values, geometry)}
        fill="none"
        stroke="color-mix(in oklab, var(--fg) 55%, transparent)"
        style={{ strokeWidth: 'calc(1.75px * var(--line-weight))' }}
        strokeLinejoin="round"
      />
      <Marks
        {...marks}
        places={places.filter((place) => !main.has(place))}
        shape="square"
        extent={Math.max(2.5, 1.5 * radius)}
      />
      <Marks
        {...marks}
        places={places.filter((place) => main.has(place))}
        shape="round"
        extent={2 * radius}
      />
      {!Number.isNaN(chosen) && (
        <circle
          cx={geometry.x(selected)}
          cy={geometry.y(chosen)}
          r={5.5}
          fill={chosen === zero ? 'var(--bg)' : quantityColour(quantity, chosen)}
          stroke="var(--fg)"
          strokeWidth={2}
        />
      )}
    </>
  );
}

interface MarksProps {
  values: readonly number[];
  geometry: DepthGeometry;
  quantity: Quantity;
  places: readonly number[];
  shape: 'round' | 'square';
  /** Across, in px. */
  extent: number;
}

function Marks({ values, geometry, quantity, places, shape, extent }: MarksProps) {
  const looks = marksByLook(values, geometry, quantity, places);
  return (
    <g fill="none" strokeLinecap={shape}>
      <path d={[...looks.values()].join('')} stroke="var(--bg)" strokeWidth={extent + 1} />
      {[...looks].map(([value, path]) => (
        <path key={value} d={path} stroke={quantityColour(quantity, value)} strokeWidth={extent - 1} />
      ))}
      {looks.has(zero) && (
        <path d={looks.get(zero)} stroke="var(--bg)" strokeWidth={Math.max(1, extent - 3)} />
      )}
    </g>
  );
}

const zero = Number.NEGATIVE_INFINITY;

/** Marks as path data, by the value that stands for their colour; those of a measured 0 by themselves. */
function marksByLook(
  values: readonly number[],
  { x, y }: DepthGeometry,
  quantity: Quantity,
  places: readonly number[],
) {
  const { low, high } = quantity;
  const looks = new Map<number, string>();
  for (const place of places) {
    const value = values[place] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    // Beyond the ends of the scale, marks have the colour of the end.
    const share = Math.round(shareOfScale(quantity, value) * colours) / colours;
    const look = value === zero ? zero : low + share * (high - low);
    looks.set(look, `${looks.get(look) ?? ''}M${x(place).toFixed(1)} ${y(value).toFixed(1)}h0`);
  }
  return looks;
}

/** Everything where the network has no road that all data passes. */
function mainLine(values: readonly number[], { main }: ProfileWays): readonly number[] {
  return main.length > 1 ? main : values.map((_, place) => place);
}

/** A line over the layers that have a value. */
function line(places: readonly number[], values: readonly number[], { x, y }: DepthGeometry): string {
  let path = '';
  for (const place of places) {
    const value = values[place] ?? Number.NaN;
    if (!Number.isNaN(value))
      path += `${path === '' ? 'M' : 'L'}${x(place).toFixed(1)} ${y(value).toFixed(1)}`;
  }
  return path;
}
