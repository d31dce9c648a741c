import { useMemo } from 'react';
import { linearLossAxis, logLossAxis } from '../charts/lossAxis';
import { type SeriesPoint, type Smoothing, trainingSeries } from '../charts/trainingSeries';
import { useSteadyAxis } from '../charts/useSteadyAxis';
import type { ValueAxis } from '../charts/valueAxis';
import { t } from '../language/t';
import { smoothingSetting } from '../settings/groups/charts';
import { useSetting } from '../settings/settingsStore';
import { formatLoss, formatPercent } from '../training/formatValues';
import { metricName } from '../training/metricName';
import type { TelemetryLog } from '../training/telemetryLog';
import { TwinCurve } from './TwinCurve';
import type { TwinView } from './useTwinView';

type Pair = readonly [readonly SeriesPoint[], readonly SeriesPoint[]];

const percentAxis: ValueAxis = {
  scale: 'linear',
  domain: [0, 100],
  ticks: [0, 25, 50, 75, 100],
  format: String,
};

/** Training loss and accuracy of both networks over the steps. */
export function TwinCurves({ view }: { view: TwinView }) {
  const [one, other] = [view.sides[0].run.log, view.sides[1].run.log];
  const { received } = view;
  const smoothing = useSetting(smoothingSetting);
  const losses = useMemo(
    () => pairOf([one, other], 'losses', 1, smoothing, received),
    [one, other, smoothing, received],
  );
  const metrics = useMemo(
    () => pairOf([one, other], 'metrics', 100, smoothing, received),
    [one, other, smoothing, received],
  );
  const axis = useSteadyAxis(useMemo(() => lossAxis(losses), [losses]));
  return (
    <>
      <TwinCurve
        title={t`Training loss`}
        unit={axis.scale === 'log' ? t`log scale` : ''}
        view={view}
        points={losses}
        axis={axis}
        format={formatLoss}
      />
      <TwinCurve
        title={t`Training ${metricName(view.sides[0].run.document).toLowerCase()}`}
        unit="%"
        view={view}
        points={metrics}
        axis={percentAxis}
        format={(percent) => formatPercent(percent / 100)}
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
  _received: number,
): Pair {
  const points = (log: TelemetryLog) => {
    const series = trainingSeries(log, column, smoothing, scale);
    // A logarithmic axis has no place for a loss of zero.
    return column === 'losses' ? series.filter(({ measured }) => measured > 0) : series;
  };
  return [points(one), points(other)];
}

function lossAxis(pair: Pair): ValueAxis {
  const values = pair.flat().flatMap(({ measured, smoothed }) => [measured, smoothed]);
  const [lowest, highest] = values.length === 0 ? [0.1, 2.5] : [Math.min(...values), Math.max(...values)];
  // Within a decade a logarithmic axis has no marks.
  return highest < 10 * lowest
    ? { scale: 'linear', ...linearLossAxis(highest), format: formatTick }
    : { scale: 'log', ...logLossAxis(lowest, highest), format: formatTick };
}

/** Ticks below a thousandth have no room in decimals: 1e−4. */
function formatTick(loss: number): string {
  if (loss > 0 && loss < 0.001) return loss.toExponential().replace('-', '−');
  return String(Number(loss.toPrecision(3)));
}
