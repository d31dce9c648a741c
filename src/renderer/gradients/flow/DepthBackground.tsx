import { gradientThresholds } from '../../../network/health/thresholds';
import { formatSigned } from '../../format/numbers';
import { verdictTones } from '../VerdictBadge';
import styles from './DepthChart.module.css';
import type { DecadeAxis } from './depthAxis';
import { type DepthGeometry, depthMargin } from './depthGeometry';

const { healthyLow, healthyHigh } = gradientThresholds;

interface DepthBackgroundProps {
  axis: DecadeAxis;
  geometry: DepthGeometry;
  /** Whether the lower end is named; not where something else stands there. */
  namesLowEnd: boolean;
}

/** The decades of a depth profile, with the healthy band. */
export function DepthBackground({ axis, geometry, namesLowEnd }: DepthBackgroundProps) {
  const { width, y } = geometry;
  const { left } = depthMargin;
  const right = width - depthMargin.right;
  const line = (decade: number) => `M${left} ${y(decade)}H${right}`;
  return (
    <>
      <rect
        x={left}
        y={y(healthyHigh)}
        width={right - left}
        height={y(healthyLow) - y(healthyHigh)}
        fill="var(--g-m1)"
        opacity=".13"
      />
      {axis.ticks.map((decade) => (
        <g key={decade}>
          {decade !== healthyLow && decade !== healthyHigh && <path d={line(decade)} stroke="var(--line)" />}
          <text className={styles['axis']} x={left - 7} y={y(decade) + 4} textAnchor="end">
            {formatSigned(decade, 0)}
          </text>
        </g>
      ))}
      <path
        d={line(healthyHigh) + line(healthyLow)}
        stroke="var(--g-m1)"
        strokeOpacity=".55"
        strokeDasharray="3 3"
      />
      {y(healthyLow) - y(healthyHigh) > 20 && (
        <text
          className={styles['region']}
          x={left + 6}
          y={y(healthyHigh) + 15}
          style={{ '--tone': verdictTones.healthy }}
        >
          healthy
        </text>
      )}
      {namesLowEnd && (
        <text
          className={styles['region']}
          x={right - 6}
          y={y(axis.low) - 8}
          textAnchor="end"
          style={{ '--tone': verdictTones.low }}
        >
          vanishing
        </text>
      )}
    </>
  );
}
