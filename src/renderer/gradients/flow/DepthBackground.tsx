import { say } from '../../language/say';
import { quantities } from '../../quantities/quantities';
import type { Quantity } from '../../quantities/quantity';
import { sideTone } from '../../quantities/quantityMarks';
import { tickText } from '../../quantities/quantityText';
import styles from './DepthChart.module.css';
import type { DepthAxis } from './depthAxis';
import { type DepthGeometry, depthMargin } from './depthGeometry';

interface DepthBackgroundProps {
  axis: DepthAxis;
  geometry: DepthGeometry;
  quantity?: Quantity;
  /** Whether the lower end is named; not where something else stands there. */
  namesLowEnd: boolean;
  /** Values that are drawn at the left end, where the band is named; NaN for none. */
  beside: readonly number[];
}

/** How far to the right the band's name reaches, from the left end of the axis, in px. */
export const bandNameReach = 56;

/**
 * Baseline of the band's name where no value is drawn over it: at the top of the band or at its bottom, or above it;
 * at the top where there is no such place, and null in a band too low for it.
 */
function nameLine(top: number, bottom: number, drawn: readonly number[]): number | null {
  if (bottom - top <= 20) return null;
  const isFree = (line: number) => drawn.every((y) => Number.isNaN(y) || Math.abs(y - (line - 4)) > 11);
  const lines = [top + 15, ...(bottom - top > 36 ? [bottom - 6] : []), ...(top > 13 ? [top - 4] : [])];
  return lines.find(isFree) ?? top + 15;
}

/** The axis of a depth profile, with the healthy band. */
export function DepthBackground(props: DepthBackgroundProps) {
  const { axis, geometry, quantity = quantities.gradient, namesLowEnd, beside } = props;
  const { healthy, words, form } = quantity;
  const { width, y } = geometry;
  const { left } = depthMargin;
  const right = width - depthMargin.right;
  const line = (value: number) => `M${left} ${y(value)}H${right}`;
  const [bandTop, bandBottom] = [y(healthy.high), y(healthy.low)];
  const bandName = nameLine(bandTop, bandBottom, beside.map(y));
  return (
    <>
      <rect
        x={left}
        y={bandTop}
        width={right - left}
        height={bandBottom - bandTop}
        fill="var(--g-m1)"
        opacity=".13"
      />
      {axis.ticks.map((tick) => (
        <g key={tick}>
          {tick !== healthy.low && tick !== healthy.high && <path d={line(tick)} stroke="var(--line)" />}
          <text className={styles['axis']} x={left - 7} y={y(tick) + 4} textAnchor="end">
            {tickText(quantity, tick)}
          </text>
        </g>
      ))}
      <path
        d={line(healthy.high) + line(healthy.low)}
        stroke="var(--g-m1)"
        strokeOpacity=".55"
        strokeDasharray="3 3"
      />
      {bandName !== null && (
        <text
          className={styles['region']}
          x={left + 6}
          y={bandName}
          style={{ '--tone': sideTone(quantity, 'healthy') }}
        >
          {say(words.healthy)}
        </text>
      )}
      {namesLowEnd && form === 'log' && (
        <text
          className={styles['region']}
          x={right - 6}
          y={y(axis.low) - 8}
          textAnchor="end"
          style={{ '--tone': sideTone(quantity, 'low') }}
        >
          {words.low !== null && say(words.low)}
        </text>
      )}
    </>
  );
}
