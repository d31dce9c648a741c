import { useMemo } from 'react';
import chart from '../charts/Chart.module.css';
import { nearestSample, stepsOf } from '../charts/measuredSteps';
import { StepReader } from '../charts/StepReader';
import { readingText, type StepReading, StepTooltip } from '../charts/StepTooltip';
import { type StepSpan, useStepView } from '../charts/stepView';
import { useSize } from '../charts/useSize';
import { useStepGestures } from '../charts/useStepGestures';
import { t } from '../language/t';
import { formatLoss, formatPercent } from '../training/formatValues';
import styles from './ChosenRuns.module.css';
import type { LookedAt } from './lookedAt';
import { overlayAcross } from './overlayPlot';

interface OverlayPointerProps {
  runs: readonly LookedAt[];
  span: StepSpan;
  /** Of the plot, in px. */
  width: number;
}

/** What pointer and keys do over the curves of runs, as in every chart over steps. */
export function OverlayPointer({ runs, span, width }: OverlayPointerProps) {
  const [box] = useSize<HTMLDivElement>();
  const { x, stepAt } = overlayAcross(width, span.range);
  const steps = useMemo(() => stepsOf(allSteps(runs)), [runs]);
  const { selection, handlers } = useStepGestures({ plot: box, span, stepAt });
  const pointed = useStepView((state) => state.pointed);
  const sample = pointed === null ? -1 : nearestSample(steps, pointed);
  const step = steps.at(sample);
  const isInView = sample >= 0 && step >= span.range.first && step <= span.range.last;
  const reading = isInView ? readAt(runs, step) : null;
  return (
    <div ref={box} className={styles['pointer']} {...handlers}>
      {selection !== null && (
        <div
          className={styles['selection']}
          style={{ left: x(selection.first), width: x(selection.last) - x(selection.first) }}
        />
      )}
      {reading !== null && <div className={styles['crosshair']} style={{ left: x(step) }} />}
      <StepReader
        title={t`Loss and accuracy`}
        span={span}
        steps={steps}
        reading={reading === null ? '' : readingText(reading, null)}
      />
      {reading !== null && (
        <div className={chart['above']}>
          <StepTooltip reading={reading} place={x(step)} width={width} stepsPerEpoch={null} />
        </div>
      )}
    </div>
  );
}

function allSteps(runs: readonly LookedAt[]): readonly number[] {
  const steps = new Set(runs.flatMap(({ curves }) => [...curves.steps]));
  return [...steps].sort((one, other) => one - other);
}

/** Loss and accuracy of each run at its sample next to a step, as they were measured. */
function readAt(runs: readonly LookedAt[], step: number): StepReading {
  return {
    step,
    values: runs.map(({ name, curves: { steps, losses, metrics } }) => {
      const place = nearestSample(stepsOf(steps), step);
      const [loss, metric] = [losses[place] ?? Number.NaN, metrics[place] ?? Number.NaN];
      return { name, text: `${formatLoss(loss)}, ${formatPercent(metric)}` };
    }),
  };
}
