import chart from '../charts/Chart.module.css';
import { formatCounted } from '../format/numbers';
import { formatLoss } from '../training/formatValues';
import type { ProbeFacts as Facts } from '../training/run';
import styles from './Probe.module.css';

/** What a probe was measured with, in place of a chart over time: nothing was trained. */
export function ProbeFacts({ facts }: { facts: Facts }) {
  const { seeds, batches, imagesPerBatch, data, loss, nonFinite, seconds } = facts;
  const passes = batches === 1 ? 'one batch' : formatCounted(batches, 'batch').replace(/s$/, 'es');
  return (
    <figure className={`${chart['chart']} ${styles['beside']}`}>
      <figcaption className={chart['title']}>
        Before training<span>at the first weights; nothing was trained</span>
      </figcaption>
      <dl className={styles['facts']}>
        <dt>Measured</dt>
        <dd>
          geometric means over {formatCounted(seeds, 'seed')}, {passes} of{' '}
          {formatCounted(imagesPerBatch, 'image')} each, in {seconds.toFixed(1)} s
        </dd>
        <dt>Images</dt>
        <dd>{data.standIn ? `standardised noise with random labels: ${data.reason}` : data.label}</dd>
        <dt>Loss</dt>
        <dd>{formatLoss(loss)}</dd>
        {nonFinite !== null && (
          <>
            <dt>Not finite</dt>
            <dd>{nonFinite.message}</dd>
          </>
        )}
      </dl>
    </figure>
  );
}
