import styles from './Chart.module.css';
import { type CurveGeometry, curveMargin } from './curveGeometry';
import type { ValueAxis } from './valueAxis';

interface CurveAxesProps {
  geometry: CurveGeometry;
  axis: ValueAxis;
  /** Steps that are named, 0 among them. */
  marks: readonly number[];
  stepsPerEpoch: number;
}

/** The grid of a training curve, and the names of its values and epochs. */
export function CurveAxes({ geometry, axis, marks, stepsPerEpoch }: CurveAxesProps) {
  const { x, y, width, height } = geometry;
  return (
    <>
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${curveMargin.left} ${y(tick)}H${width - curveMargin.right}`} stroke="var(--line)" />
          <text className={styles['axis']} x={curveMargin.left - 7} y={y(tick) + 4} textAnchor="end">
            {axis.format(tick)}
          </text>
        </g>
      ))}
      {marks.map((step) => (
        <text key={step} className={styles['axis']} x={x(step)} y={height - 6} textAnchor="middle">
          {step === 0 ? '0' : `epoch ${step / stepsPerEpoch}`}
        </text>
      ))}
    </>
  );
}
