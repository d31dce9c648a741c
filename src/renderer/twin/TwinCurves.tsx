import { useMemo } from 'react';
import { closeCurveAxis, type LossScale, lossCurveAxis, percentAxis } from '../charts/curveAxes';
import type { StepRange } from '../charts/stepRange';
import type { StepSpan } from '../charts/stepView';
import { type SeriesPoint, type Smoothing, trainingSeries } from '../charts/trainingSeries';
import { useSteadyAxis } from '../charts/useSteadyAxis';
import { t } from '../language/t';
import { smoothingSetting } from '../settings/groups/charts';
import { useSetting } from '../settings/settingsStore';
import { formatLoss, formatPercent } from '../training/formatValues';
import { metricName } from '../training/metricName';
import type { TelemetryLog } from '../training/telemetryLog';
import { TwinCurve } from './TwinCurve';
import type { TwinView } from './useTwinView';

type Pair = readonly [readonly SeriesPoint[], readonly SeriesPoint[]];

interface TwinCurvesProps {
  view: TwinView;
  span: StepSpan;
  scale: LossScale;
}

/** Training loss and accuracy of both networks over the steps. */
export function TwinCurves({ view, span, scale }: TwinCurvesProps) {
  const [one, other] = [view.sides[0].run.log, view.sides[1].run.log];
  const { received } = view;
  const smoothing = useSetting(smoothingSetting);
  const range = span.narrowed ? span.range : null;
  const losses = useMemo(
    () => lossesOf(pairOf([one, other], 'losses', 1, smoothing, range, received), scale),
    [one, other, scale, smoothing, range, received],
  );
  const metrics = useMemo(
    () => pairOf([one, other], 'metrics', 100, smoothing, range, received),
    [one, other, smoothing, range, received],
  );
  const lossAxis = useSteadyAxis(
    useMemo(() => lossCurveAxis(valuesOf(losses), scale, range !== null), [losses, scale, range]),
  );
  const metricAxis = useSteadyAxis(
    useMemo(() => (range === null ? percentAxis : closeCurveAxis(valuesOf(metrics))), [metrics, range]),
  );
  return (
    <>
      <TwinCurve
        title={t`Training loss`}
        unit={lossAxis.scale === 'log' ? t`nats, log scale` : 'nats'}
        column="losses"
        scale={1}
        {...{ view, span, smoothing }}
        points={losses}
        axis={lossAxis}
        format={formatLoss}
        turn={0}
      />
      <TwinCurve
        title={t`Training ${metricName(view.sides[0].run.document).toLowerCase()}`}
        unit="%"
        column="metrics"
        scale={100}
        {...{ view, span, smoothing }}
        points={metrics}
        axis={metricAxis}
        format={(percent) => formatPercent(percent / 100)}
        turn={1}
      />
    </>
  );
}

/** The logs grow in place: `received` says when they are to be read anew. */
function pairOf(
  [one, other]: readonly [TelemetryLog, TelemetryLog],
  column: 'losses' | 'metrics',
  scale: number,
  smoothing: Smoothing,
  range: StepRange | null,
  _received: number,
): Pair {
  const points = (log: TelemetryLog) => trainingSeries(log, column, smoothing, scale, range);
  return [points(one), points(other)];
}

/** A logarithmic axis has no place for a loss of zero. */
function lossesOf([one, other]: Pair, scale: LossScale): Pair {
  if (scale === 'linear') return [one, other];
  const positive = (series: readonly SeriesPoint[]) => series.filter(({ measured }) => measured > 0);
  return [positive(one), positive(other)];
}

function valuesOf(pair: Pair): readonly number[] {
  return pair.flat().flatMap(({ measured, smoothed }) => [measured, smoothed]);
}
