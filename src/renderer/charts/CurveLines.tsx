import { memo } from 'react';
import { Line } from 'recharts';
import styles from './Chart.module.css';

interface CurveLinesProps {
  /** Keys of its values in the rows: as measured, and smoothed. */
  measured: string;
  smoothed: string;
  colour: string;
  dashes?: string | undefined;
}

/** One curve, thin as measured and thick smoothed. */
export const CurveLines = memo(function CurveLines({ measured, smoothed, colour, dashes }: CurveLinesProps) {
  const line = { dot: false, activeDot: false, isAnimationActive: false, connectNulls: true, stroke: colour };
  return (
    <>
      <Line {...line} dataKey={measured} data-curve="measured" strokeWidth={1} strokeOpacity={0.32} />
      <Line
        {...line}
        dataKey={smoothed}
        className={styles['smoothed'] ?? ''}
        {...(dashes !== undefined && { strokeDasharray: dashes })}
      />
    </>
  );
});
