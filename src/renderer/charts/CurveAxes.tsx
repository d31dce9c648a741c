import { memo } from 'react';
import { CartesianGrid, LineChart, XAxis, YAxis } from 'recharts';
import { t } from '../language/t';
import styles from './Chart.module.css';
import { axisExtent, plotMargin } from './curveGeometry';
import type { Size } from './useSize';
import type { ValueAxis } from './valueAxis';

interface CurveAxesProps {
  size: Size;
  /** The step at the right end. */
  lastStep: number;
  axis: ValueAxis;
  /** Steps that are named, 0 among them. */
  marks: readonly number[];
  stepsPerEpoch: number;
}

const nothing: readonly never[] = [];
const axisText = { className: styles['axis'] ?? '' };

/**
 * The grid of a training curve, and the names of its values and epochs. A chart without data of its own: the curves move
 * three times a second, and these seldom.
 */
export const CurveAxes = memo(function CurveAxes(props: CurveAxesProps) {
  const { size, lastStep, axis, marks, stepsPerEpoch } = props;
  return (
    <div className={styles['axes']} aria-hidden="true">
      <LineChart
        width={size.width}
        height={size.height}
        margin={plotMargin}
        data={nothing}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" syncWithTicks />
        <XAxis
          dataKey="step"
          type="number"
          domain={[0, lastStep]}
          allowDataOverflow
          ticks={marks}
          tickFormatter={(step: number) => (step === 0 ? '0' : t`epoch ${step / stepsPerEpoch}`)}
          interval={0}
          height={axisExtent.below}
          tick={axisText}
          tickSize={0}
          tickMargin={10}
          tickLine={false}
          axisLine={false}
        />
        <YAxis
          scale={axis.scale}
          domain={axis.domain}
          allowDataOverflow
          ticks={axis.ticks}
          tickFormatter={axis.format}
          interval={0}
          width={axisExtent.left}
          tick={axisText}
          tickSize={0}
          tickMargin={7}
          tickLine={false}
          axisLine={false}
        />
      </LineChart>
    </div>
  );
});
