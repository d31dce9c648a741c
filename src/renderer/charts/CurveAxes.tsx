import { memo } from 'react';
import { CartesianGrid, LineChart, XAxis, YAxis } from 'recharts';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import styles from './Chart.module.css';
import { axisExtent, plotMargin } from './curveGeometry';
import type { StepRange } from './stepRange';
import type { Size } from './useSize';
import type { ValueAxis } from './valueAxis';

interface CurveAxesProps {
  size: Size;
  range: StepRange;
  axis: ValueAxis;
  /** Steps that are named. */
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
  const { size, range, axis, marks, stepsPerEpoch } = props;
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
          domain={[range.first, range.last]}
          allowDataOverflow
          ticks={marks}
          tickFormatter={(step: number) => stepName(step, stepsPerEpoch)}
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

/** Ends of epochs go by their number, steps in between by theirs. */
function stepName(step: number, stepsPerEpoch: number): string {
  if (step === 0) return '0';
  if (step % stepsPerEpoch === 0) return t`epoch ${step / stepsPerEpoch}`;
  return t`step ${formatInteger(step)}`;
}
