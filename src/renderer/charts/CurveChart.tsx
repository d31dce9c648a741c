import { memo, type ReactNode } from 'react';
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import styles from './Chart.module.css';
import { axisExtent, plotMargin } from './curveGeometry';
import type { StepRange } from './stepRange';
import type { Size } from './useSize';
import type { ValueAxis } from './valueAxis';

interface CurveChartProps {
  size: Size;
  range: StepRange;
  axis: ValueAxis;
  /** Steps that are named. */
  marks: readonly number[];
  stepsPerEpoch: number;
  /** A row for each step at which a curve has a point. */
  rows: readonly object[];
  /** The curves, as Recharts has them, and what is drawn over them. */
  children: ReactNode;
}

const axisText = { className: styles['axis'] ?? '' };

/**
 * Curves over steps with their axes and grid. Where the pointer is, is known to its children alone: they are drawn anew
 * with each of its moves, and the chart only with its data.
 */
export const CurveChart = memo(function CurveChart(props: CurveChartProps) {
  const { size, range, axis, marks, stepsPerEpoch, rows, children } = props;
  return (
    <div className={styles['curves']}>
      <ComposedChart
        width={size.width}
        height={size.height}
        margin={plotMargin}
        data={rows}
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
        {children}
      </ComposedChart>
    </div>
  );
});

/** Ends of epochs go by their number, steps in between by theirs. */
function stepName(step: number, stepsPerEpoch: number): string {
  if (step === 0) return '0';
  if (step % stepsPerEpoch === 0) return t`epoch ${step / stepsPerEpoch}`;
  return t`step ${formatInteger(step)}`;
}
