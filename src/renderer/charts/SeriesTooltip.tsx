import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import styles from './Chart.module.css';
import type { CurveGeometry } from './curveGeometry';
import type { SeriesPoint } from './trainingSeries';

interface SeriesTooltipProps {
  point: SeriesPoint;
  geometry: CurveGeometry;
  stepsPerEpoch: number;
  format: (value: number) => string;
}

/** The values of a training curve at the step that is pointed at, beside it. */
export function SeriesTooltip({ point, geometry, stepsPerEpoch, format }: SeriesTooltipProps) {
  const { width } = geometry;
  const place = geometry.x(point.step);
  return (
    <div
      className={styles['tooltip']}
      style={place > width / 2 ? { right: width - place + 12 } : { left: place + 12 }}
    >
      <h4>{t`Step ${formatInteger(point.step)}, epoch ${Math.ceil(point.step / stepsPerEpoch)}`}</h4>
      <span>{t`this batch`}</span>
      <b>{format(point.measured)}</b>
      <span>{t`smoothed`}</span>
      <b>{format(point.smoothed)}</b>
    </div>
  );
}
