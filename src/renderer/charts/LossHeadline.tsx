import { rich } from '../language/rich';
import { t } from '../language/t';
import { formatPercent } from '../training/formatValues';
import { metricName } from '../training/metricName';
import { useTrainedRun } from '../training/useTrainedRun';
import styles from './Chart.module.css';
import { NothingMeasured } from './NothingMeasured';

/** The result so far in a sentence. */
export function LossHeadline() {
  const run = useTrainedRun();
  const validated = run?.epochs.filter(({ validationMetric }) => validationMetric !== null) ?? [];
  const last = validated.at(-1);
  if (run === null) return <NothingMeasured what={t`Train once to record loss and accuracy here`} />;
  const name = metricName(run.document).toLowerCase();
  if (last === undefined || last.validationMetric === null)
    return (
      <p className={styles['sentence']} data-muted="true">
        {t`Validation ${name} follows at the end of epoch 1`}
      </p>
    );
  const best = validated.reduce((left, right) =>
    (right.validationMetric ?? 0) > (left.validationMetric ?? 0) ? right : left,
  );
  return (
    <p className={styles['sentence']}>
      {rich`Validation ${name} ${<b>{formatPercent(last.validationMetric, 2)}</b>} after epoch ${last.epoch}`}
      {best.epoch !== last.epoch &&
        t`, best ${formatPercent(best.validationMetric ?? 0, 2)} after epoch ${best.epoch}`}
    </p>
  );
}
