import { useActiveTooltipDataPoints } from 'recharts';
import { formatInteger } from '../format/numbers';
import styles from './Chart.module.css';
import type { SeriesPoint } from './trainingSeries';

interface SeriesTooltipProps {
  stepsPerEpoch: number;
  format: (value: number) => string;
}

/** The values of a training curve at the step that is pointed at. */
export function SeriesTooltip({ stepsPerEpoch, format }: SeriesTooltipProps) {
  const point = useActiveTooltipDataPoints<SeriesPoint>()?.[0];
  if (point === undefined) return null;
  return (
    <div className={styles['tooltip']}>
      <h4>
        Step {formatInteger(point.step)}, epoch {Math.ceil(point.step / stepsPerEpoch)}
      </h4>
      <span>this batch</span>
      <b>{format(point.measured)}</b>
      <span>smoothed</span>
      <b>{format(point.smoothed)}</b>
    </div>
  );
}
