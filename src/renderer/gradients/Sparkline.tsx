import { useMemo } from 'react';
import { gradientThresholds } from '../../network/health/thresholds';
import { decimate } from '../charts/decimate';
import { lastStepOnAxis } from '../charts/stepAxis';
import { useSize } from '../charts/useSize';
import { formatSigned } from '../format/numbers';
import { t } from '../language/t';
import type { Run } from '../training/run';
import { decadeAxis } from './flow/depthAxis';
import styles from './GradientSection.module.css';
import { gradientColour } from './gradientScale';

interface SparklineProps {
  run: Run;
  /** The layer's place in telemetry. */
  index: number;
  sample: number;
  /** Moves when there is more to draw. */
  paint: number;
}

const pointLimit = 200;
const { healthyLow, healthyHigh } = gradientThresholds;

/** One layer's gradient over the steps of the run, with the healthy band; the dot is the shown step. */
export function Sparkline({ run, index, sample, paint }: SparklineProps) {
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const points = useMemo(() => readPoints(run, index, paint), [run, index, paint]);
  const axis = decadeAxis(points.map(({ log10Norm }) => log10Norm));
  const lastStep = lastStepOnAxis(run);
  const x = (step: number) => (step / lastStep) * width;
  const y = (decade: number) => {
    const held = Math.min(axis.high, Math.max(axis.low, decade));
    return 3 + ((axis.high - held) / (axis.high - axis.low)) * (height - 6);
  };
  const shown = Math.log10(run.log.gradientNorm(sample, index));
  const colour = gradientColour(shown);
  const low = Math.min(-4, axis.low + 1);
  const [first] = points;
  const showsLow = first !== undefined && Math.abs(y(first.log10Norm) - y(low)) > 12;
  return (
    <div ref={box} className={styles['spark']}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={t`Gradient norm over the steps of the run`}>
          <rect
            y={y(healthyHigh)}
            width={width}
            height={y(healthyLow) - y(healthyHigh)}
            fill="var(--g-m1)"
            opacity=".14"
          />
          <path
            d={`M0 ${y(healthyLow)}H${width}M0 ${y(healthyHigh)}H${width}`}
            stroke="var(--g-m1)"
            strokeOpacity=".5"
            strokeDasharray="3 3"
          />
          <path
            d={points
              .map(
                ({ step, log10Norm }, point) =>
                  `${point === 0 ? 'M' : 'L'}${x(step).toFixed(1)} ${y(log10Norm).toFixed(1)}`,
              )
              .join('')}
            fill="none"
            stroke={colour}
            strokeWidth="1.75"
            strokeLinejoin="round"
          />
          <text x={width - 4} y={y(healthyHigh) + 13} textAnchor="end">
            {t`healthy`}
          </text>
          {showsLow && (
            <text x={4} y={y(low) + 4}>
              {formatSigned(low, 0)}
            </text>
          )}
          <circle
            cx={x(run.log.steps.at(sample))}
            cy={y(shown)}
            r="4"
            fill={colour}
            stroke="var(--bg)"
            strokeWidth="2"
          />
        </svg>
      )}
    </div>
  );
}

function readPoints({ log }: Run, index: number, _paint: number) {
  const valueAt = (sample: number) => Math.log10(log.gradientNorm(sample, index));
  return decimate(log.length, pointLimit, valueAt)
    .map((sample) => ({ step: log.steps.at(sample), log10Norm: valueAt(sample) }))
    .filter(({ log10Norm }) => !Number.isNaN(log10Norm));
}
