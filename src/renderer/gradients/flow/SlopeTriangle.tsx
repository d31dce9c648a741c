import type { FlowVerdict } from '../../../network/health/flowVerdict';
import { shortFactorDigits } from '../../../network/health/formatFactor';
import { t } from '../../language/t';
import styles from './DepthChart.module.css';
import type { DepthGeometry } from './depthGeometry';
import type { MeasuredLayer } from './gradientProfile';

interface SlopeTriangleProps {
  verdict: FlowVerdict | null;
  layers: readonly MeasuredLayer[];
  geometry: DepthGeometry;
}

/** Distance from the curve in px. */
const offset = 10;
/** A triangle lower than this has no room for the factor, which then stands under it. */
const room = 26;

type Trend = Extract<FlowVerdict, { type: 'trend' }>;

/** Whether a network is deep enough, and its slope steep enough, for the triangle. */
export function showsSlope(verdict: FlowVerdict | null): verdict is Trend & { readonly perLayers: number } {
  return verdict?.type === 'trend' && verdict.perLayers !== null && verdict.direction !== 'keep';
}

/** The fitted slope as a triangle over ten layers, where the network is deep enough and the slope is not level. */
export function SlopeTriangle({ verdict, layers, geometry }: SlopeTriangleProps) {
  if (!showsSlope(verdict)) return null;
  const { fit, perLayers, factor } = verdict;
  const depths = layers.flatMap(({ depth }, layer) => (depth === null ? [] : [{ depth, layer }]));
  const deepest = Math.max(...depths.map(({ depth }) => depth));
  const startDepth = deepest - perLayers;
  const start = depths.find(({ depth }) => depth === startDepth);
  const end = depths.find(({ depth }) => depth === startDepth + perLayers);
  if (start === undefined || end === undefined) return null;
  const height = ({ depth }: { readonly depth: number }) =>
    geometry.y(fit.intercept + fit.slope * depth) + offset;
  const [left, right] = [geometry.x(start.layer), geometry.x(end.layer)];
  const [from, to] = [height(start), height(end)];
  const base = Math.max(from, to);
  // The right angle lies under the higher end; the factor stands in it, where the triangle is thick.
  const shrinks = to < from;
  const inside = Math.abs(to - from) >= room;
  return (
    <g>
      <path
        d={`M${left} ${from}L${right} ${to}${shrinks ? `V${base}` : `M${right} ${base}H${left}V${from}`}Z`}
        fill="var(--fg)"
        fillOpacity=".07"
        stroke="var(--fg-2)"
        strokeWidth="1.25"
        strokeLinejoin="round"
      />
      <text
        className={`${styles['axis']} ${styles['span']}`}
        x={(left + right) / 2}
        y={base + 14}
        textAnchor="middle"
      >
        {inside ? t`${perLayers} layers` : t`${perLayers} layers: ${`${shortFactorDigits(factor)}×`}`}
      </text>
      {inside && (
        <text
          className={styles['factor']}
          x={shrinks ? right - 6 : left + 6}
          y={base - 6}
          textAnchor={shrinks ? 'end' : 'start'}
        >
          {`${shortFactorDigits(factor)}×`}
        </text>
      )}
    </g>
  );
}
