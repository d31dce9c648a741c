import { classNames } from '../controls/classNames';
import styles from '../controls/Table.module.css';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { formatLearningRate, formatLoss, formatPercent } from '../training/formatValues';
import { metricName } from '../training/metricName';
import type { Run } from '../training/run';
import { useTrainedRun } from '../training/useTrainedRun';

/** The results of each epoch as a table. */
export function EpochTable() {
  const run = useTrainedRun();
  const name = run === null ? t`Accuracy` : metricName(run.document);
  const epochs = run?.epochs ?? [];
  return (
    <section className={styles['scroller']} aria-label={t`Results of each epoch`}>
      <table
        className={classNames(styles['table'], styles['numbers'], styles['scrolled'])}
        aria-label={t`Results of each epoch`}
      >
        <thead>
          <tr>
            <th scope="col">{t`Epoch`}</th>
            <th scope="col">{t`Step`}</th>
            <th scope="col">{t`Training loss`}</th>
            <th scope="col">{t`Training ${name.toLowerCase()}`}</th>
            <th scope="col">{t`Validation loss`}</th>
            <th scope="col">{t`Validation ${name.toLowerCase()}`}</th>
            <th scope="col">{t`Learning rate`}</th>
            <th scope="col">{t`Images/s`}</th>
          </tr>
        </thead>
        <tbody>
          {epochs.map(({ epoch, step, loss, metric, validationLoss, validationMetric, imagesPerSecond }) => (
            <tr key={epoch}>
              <th scope="row">{epoch}</th>
              <td>{formatInteger(step)}</td>
              <td>{formatLoss(loss)}</td>
              <td>{formatPercent(metric, 2)}</td>
              <td>{validationLoss === null ? '–' : formatLoss(validationLoss)}</td>
              <td>{validationMetric === null ? '–' : formatPercent(validationMetric, 2)}</td>
              <td>{run === null ? '–' : learningRateText(run, step)}</td>
              <td>{formatInteger(imagesPerSecond)}</td>
            </tr>
          ))}
          {epochs.length === 0 && (
            <tr>
              <td colSpan={8}>{t`A row is added at the end of each epoch.`}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

/** Of the last step of an epoch that was measured. */
function learningRateText({ log }: Run, step: number): string {
  const sample = log.sampleAt(step);
  return sample < 0 ? '–' : formatLearningRate(log.learningRates.at(sample));
}
