import chart from '../charts/Chart.module.css';
import { formatCounted } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { formatLoss } from '../training/formatValues';
import type { ProbeFacts as Facts } from '../training/run';
import styles from './Probe.module.css';

/** What a probe was measured with, in place of a chart over time: nothing was trained. */
export function ProbeFacts({ facts }: { facts: Facts }) {
  const { seeds, batches, imagesPerBatch, data, loss, nonFinite, seconds } = facts;
  const passes = batches === 1 ? t`one batch` : formatCounted(batches, 'batch', 'batches');
  return (
    <figure className={`${chart['chart']} ${styles['beside']}`}>
      <figcaption className={chart['title']}>
        {t`Before training`}
        <span>{t`at the first weights; nothing was trained`}</span>
      </figcaption>
      <dl className={styles['facts']}>
        <dt>{t`Measured`}</dt>
        <dd>
          {t`geometric means over ${formatCounted(seeds, 'seed')}, ${passes} of ${formatCounted(imagesPerBatch, 'image')} each, in ${seconds.toFixed(1)} s`}
        </dd>
        <dt>{t`Images`}</dt>
        <dd>
          {data.standIn ? t`standardised noise with random labels: ${say(data.reason ?? '')}` : data.label}
        </dd>
        <dt>{t`Loss`}</dt>
        <dd>{formatLoss(loss)}</dd>
        {nonFinite !== null && (
          <>
            <dt>{t`Not finite`}</dt>
            <dd>{say(nonFinite.message)}</dd>
          </>
        )}
      </dl>
    </figure>
  );
}
