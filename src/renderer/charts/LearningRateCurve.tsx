import { memo, useMemo } from 'react';
import { Line } from 'recharts';
import type { TrainingSettings } from '../../network/graph/trainingSettings';
import { formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { formatLearningRate } from '../training/formatValues';
import type { Run } from '../training/run';
import { scheduleLabels } from '../training/settings/settingFields';
import chart from './Chart.module.css';
import { trainingColour } from './chartLook';
import { rateAxis } from './curveAxes';
import { curveSummary } from './curveSummary';
import styles from './LearningRateCurve.module.css';
import { stepsOfLog } from './measuredSteps';
import { StepPlot } from './StepPlot';
import type { StepSpan } from './stepView';
import { type SeriesPoint, trainingSeries } from './trainingSeries';
import { useChartPaint } from './useChartPaint';
import { useSteadyAxis } from './useSteadyAxis';

interface LearningRateCurveProps {
  run: Run;
  span: StepSpan;
  /** The step that the window shows in place of the last. */
  shownStep: number | null;
  turn: number;
}

/** A schedule holds no surprises: it need not be drawn anew as often as what is measured. */
const repaintMilliseconds = 1400;

/** The learning rate that each measured step was made with: warm-up and schedule as they ran. */
export const LearningRateCurve = memo(function LearningRateCurve(props: LearningRateCurveProps) {
  const { run, span, shownStep, turn } = props;
  const paint = useChartPaint(repaintMilliseconds);
  const range = span.narrowed ? span.range : null;
  const points = useMemo(() => ratesOf(run, range, paint), [run, range, paint]);
  const axis = useSteadyAxis(
    useMemo(
      () =>
        rateAxis(
          points.map(({ measured }) => measured),
          range !== null,
        ),
      [points, range],
    ),
  );
  const steps = useMemo(() => stepsOfLog(run.log), [run]);
  const [title, schedule] = [t`Learning rate`, scheduleText(run.document.training)];
  const rateAt = (sample: number) => run.log.learningRates.at(sample);
  return (
    <figure className={styles['chart']}>
      <figcaption className={chart['title']}>
        {title}
        {axis.power !== undefined && <span>{axis.power}</span>}
        <span className={styles['schedule']} title={schedule}>
          {schedule}
        </span>
      </figcaption>
      <StepPlot
        {...{ title, run, span, steps, axis, shownStep, turn }}
        rows={points}
        readAt={(sample) => ({
          step: steps.at(sample),
          values: [{ name: t`learning rate`, text: formatLearningRate(rateAt(sample)) }],
        })}
        label={t`${title} over the steps of the run`}
        summary={curveSummary(points, formatLearningRate)}
        dotsAt={(sample) => [{ value: rateAt(sample), colour: trainingColour }]}
      >
        <Line
          dataKey="measured"
          stroke={trainingColour}
          className={chart['smoothed'] ?? ''}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      </StepPlot>
    </figure>
  );
});

/** Whether the rate of a run changes at all: a level line says no more than its number, which the loss has beside it. */
export function learningRateVaries({ schedule, warmUpSteps }: TrainingSettings): boolean {
  return schedule.type !== 'constant' || warmUpSteps > 0;
}

/** The run's log grows in place: `paint` says when it is to be read anew. */
function ratesOf(
  { log }: Run,
  range: StepSpan['range'] | null,
  _paint: number,
): readonly Readonly<SeriesPoint>[] {
  return trainingSeries(log, 'learningRates', 'none', 1, range);
}

function scheduleText({ schedule, warmUpSteps }: TrainingSettings): string {
  const name = say(scheduleLabels[schedule.type]).toLowerCase();
  return warmUpSteps === 0 ? name : t`${name}, warm-up over ${formatInteger(warmUpSteps)} steps`;
}
