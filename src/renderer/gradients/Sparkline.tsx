import { useCallback, useMemo } from 'react';
import { gradientThresholds } from '../../network/health/thresholds';
import chart from '../charts/Chart.module.css';
import { decimate } from '../charts/decimate';
import { nearestSample, stepsOfLog } from '../charts/measuredSteps';
import { StepReader } from '../charts/StepReader';
import { readingText, type StepReading, StepTooltip } from '../charts/StepTooltip';
import { lastStepOnAxis } from '../charts/stepAxis';
import type { StepRange } from '../charts/stepRange';
import { useStepSpan, useStepView } from '../charts/stepView';
import { useSize } from '../charts/useSize';
import { useStepGestures } from '../charts/useStepGestures';
import { FigureMenu } from '../figures/FigureMenu';
import { formatSigned } from '../format/numbers';
import { t } from '../language/t';
import { quantities } from '../quantities/quantities';
import { measuredText } from '../quantities/quantityText';
import type { Run } from '../training/run';
import { decadeAxis } from './flow/depthAxis';
import { formatLog10 } from './formatNorm';
import styles from './GradientSection.module.css';
import { gradientColour } from './gradientScale';
import { sparklineExports } from './sparklineExports';

interface SparklineProps {
  run: Run;
  /** The layer's name, and its place in telemetry. */
  label: string;
  index: number;
  sample: number;
  /** Moves when there is more to draw. */
  paint: number;
}

const pointLimit = 200;
/** Room that the scale's low end is told in, beside the curve, in px. */
const lowLabel = { width: 32, height: 12 } as const;
/** Height in px from which the healthy band has room for its name; a lower one is named beneath. */
const bandForItsName = 17;
const { healthyLow, healthyHigh } = gradientThresholds;

/** One layer's gradient over the steps that all charts show, with the healthy band; the dot is the shown step. */
export function Sparkline({ run, label, index, sample, paint }: SparklineProps) {
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const span = useStepSpan(run.id, lastStepOnAxis(run));
  const { range, narrowed } = span;
  const { first: start, last: end } = range;
  const steps = useMemo(() => stepsOfLog(run.log), [run.log]);
  const points = useMemo(
    () => readPoints(run, index, narrowed ? range : null, paint),
    [run, index, narrowed, range, paint],
  );
  const stepAt = (place: number) => start + (place / Math.max(1, width)) * (end - start);
  const { selection, handlers } = useStepGestures({ plot: box, span, stepAt });
  const pointed = useStepView((state) => state.pointed);
  const near = pointed === null ? -1 : nearestSample(steps, pointed);
  const isInView = near >= 0 && steps.at(near) >= start && steps.at(near) <= end;
  const reading = isInView ? readAt(run, index, near) : null;
  const axis = decadeAxis(points.map(({ log10Norm }) => log10Norm));
  const x = (step: number) => ((step - start) / (end - start)) * width;
  const y = (decade: number) => {
    const held = Math.min(axis.high, Math.max(axis.low, decade));
    return 3 + ((axis.high - held) / (axis.high - axis.low)) * (height - 6);
  };
  const exported = useCallback(
    () => sparklineExports(run, label, index, () => box.current),
    [run, label, index, box],
  );
  const shown = Math.log10(run.log.gradientNorm(sample, index));
  const shownStep = run.log.steps.at(sample);
  const colour = gradientColour(shown);
  const isThin = y(healthyLow) - y(healthyHigh) < bandForItsName;
  const low = Math.min(-4, axis.low + 1);
  const isClear = (from: number, until: number) =>
    !points.some(
      ({ step, log10Norm }) =>
        x(step) >= from && x(step) <= until && Math.abs(y(log10Norm) - y(low)) <= lowLabel.height,
    );
  const lowEnd = isClear(0, lowLabel.width) ? 'start' : isClear(width - lowLabel.width, width) ? 'end' : null;
  return (
    <>
      <div className={styles['sparkTools']}>
        <FigureMenu charts={exported} label={t`Export the gradient of ${label}`} aside />
      </div>
      <div ref={box} className={styles['spark']} {...handlers}>
        {width > 0 && (
          <svg
            width={width}
            height={height}
            style={narrowed ? { overflow: 'hidden' } : undefined}
            role="img"
            aria-label={t`Gradient norm over the steps of the run`}
          >
            <rect
              y={y(healthyHigh)}
              width={width}
              height={y(healthyLow) - y(healthyHigh)}
              fill="var(--g-m1)"
              opacity=".14"
            />
            {selection !== null && (
              <rect
                x={x(selection.first)}
                width={Math.max(0, x(selection.last) - x(selection.first))}
                height={height}
                fill="var(--accent-soft)"
              />
            )}
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
            <text x={width - 4} y={isThin ? y(healthyLow) + 13 : y(healthyHigh) + 13} textAnchor="end">
              {t`healthy`}
            </text>
            {points.length > 0 && lowEnd !== null && (
              <text x={lowEnd === 'start' ? 4 : width - 4} y={y(low) + 4} textAnchor={lowEnd}>
                {formatSigned(low, 0)}
              </text>
            )}
            {reading !== null && (
              <path d={`M${x(reading.step)} 0V${height}`} stroke="var(--fg)" strokeOpacity={0.4} />
            )}
            {shownStep >= start && shownStep <= end && (
              <circle
                cx={x(shownStep)}
                cy={y(shown)}
                r="4"
                fill={colour}
                stroke="var(--bg)"
                strokeWidth="2"
              />
            )}
          </svg>
        )}
        <StepReader
          title={t`Gradient of ${label}`}
          span={span}
          steps={steps}
          reading={reading === null ? '' : readingText(reading, run.stepsPerEpoch)}
        />
        {reading !== null && (
          <div className={chart['above']}>
            <StepTooltip
              reading={reading}
              place={x(reading.step)}
              width={width}
              stepsPerEpoch={run.stepsPerEpoch}
            />
          </div>
        )}
      </div>
    </>
  );
}

function readAt({ log }: Run, index: number, sample: number): StepReading {
  const norm = log.gradientNorm(sample, index);
  return {
    step: log.steps.at(sample),
    values: [
      { name: quantities.gradient.symbol, text: measuredText(quantities.gradient, norm) },
      { name: t`log₁₀`, text: formatLog10(Math.log10(norm)) },
    ],
  };
}

/** At most so many points, in the range and one to each side. */
function readPoints({ log }: Run, index: number, range: StepRange | null, _paint: number) {
  const from = range === null ? 0 : Math.max(0, log.sampleAt(range.first));
  const until = range === null ? log.length : Math.min(log.length, log.sampleAt(range.last) + 2);
  const valueAt = (place: number) => Math.log10(log.gradientNorm(from + place, index));
  return decimate(Math.max(0, until - from), pointLimit, valueAt)
    .map((place) => ({ step: log.steps.at(from + place), log10Norm: valueAt(place) }))
    .filter(({ log10Norm }) => !Number.isNaN(log10Norm));
}
