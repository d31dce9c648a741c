import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { formatDuration, formatLearningRate, formatLoss, formatPercent } from '../training/formatValues';
import { metricName } from '../training/metricName';
import { totalSteps } from '../training/run';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { StatusCell } from './StatusCell';

/** Where the run stands in numbers. */
export function RunCells() {
  const run = useRun((state) => state.run);
  const latest = useRun((state) => state.latest);
  const underWay = useRun((state) => isUnderWay(state.status));
  if (run === null || latest === null) return null;
  const epoch = Math.min(run.epochCount, Math.ceil(latest.step / run.stepsPerEpoch));
  const steps = formatInteger(totalSteps(run));
  const validation = run.epochs.at(-1)?.validationMetric ?? null;
  return (
    <>
      <StatusCell spare name={t`Epoch`} value={t`${epoch} of ${run.epochCount}`} />
      <StatusCell
        name={t`Step`}
        value={t`${formatInteger(latest.step)} of ${steps}`}
        digits={2 * steps.length + 2}
      />
      <StatusCell
        name={t`Loss`}
        value={formatLoss(latest.loss)}
        digits={5}
        title={t`Training loss of the last measured batch`}
      />
      <StatusCell
        name={metricName(run.document)}
        value={formatPercent(latest.metric)}
        digits={6}
        title={t`Of the last measured training batch`}
      />
      {validation !== null && (
        <StatusCell
          spare
          name={t`Validation`}
          value={formatPercent(validation, 2)}
          title={t`Of the validation images, after the last epoch`}
        />
      )}
      {underWay && (
        <>
          <StatusCell
            name={t`Rate`}
            value={formatLearningRate(latest.learningRate)}
            digits={7}
            title={t`Learning rate of the last measured step`}
            optional
          />
          <StatusCell name={t`Images/s`} value={formatInteger(latest.imagesPerSecond)} digits={6} optional />
          <StatusCell
            name={t`ETA`}
            value={formatDuration(latest.secondsLeft)}
            digits={4}
            title={t`Minutes and seconds to the end of the run at this speed`}
          />
        </>
      )}
    </>
  );
}
