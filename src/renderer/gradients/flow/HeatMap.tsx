import type { StepRange } from '../../charts/stepRange';
import { useSize } from '../../charts/useSize';
import { say } from '../../language/say';
import { t } from '../../language/t';
import type { Quantity } from '../../quantities/quantity';
import type { TelemetryLog } from '../../training/telemetryLog';
import type { MeasuredLayer } from './gradientProfile';
import { HeatMapCanvas } from './HeatMapCanvas';
import styles from './TimeChart.module.css';

interface HeatMapProps {
  log: TelemetryLog;
  layers: readonly MeasuredLayer[];
  quantity: Quantity;
  range: StepRange;
  /** Moves when there is more to paint. */
  paint: number;
}

/** The heat map in its frame, which is hatched where nothing was measured yet. */
export function HeatMap(props: HeatMapProps) {
  const [box, { width }] = useSize<HTMLDivElement>();
  const label = t`${say(props.quantity.label)} of each layer over the steps of the run`;
  return (
    <div ref={box} className={styles['map']}>
      <HeatMapCanvas {...props} width={width} label={label} />
    </div>
  );
}
