import type { Verdict } from '../../network/health/healthVerdict';
import { say } from '../language/say';
import { t } from '../language/t';
import { LayerLinks } from './LayerLinks';
import { RemedyList } from './RemedyList';
import styles from './VerdictCard.module.css';
import { severityIcons } from './verdictLook';

interface VerdictCardProps {
  verdict: Verdict;
  /** Whether the network on the canvas is the one that was judged, so that remedies fit it. */
  fits: boolean;
}

/** A verdict: what was found, the numbers that show it, why, where, and what helps. */
export function VerdictCard({ verdict, fits }: VerdictCardProps) {
  const { severity, title, evidence, cause, nodes, remedies } = verdict;
  const Icon = severityIcons[severity];
  return (
    <article className={styles['card']} data-severity={severity} aria-label={say(title)}>
      <Icon size={16} className={styles['icon']} aria-label={say(severity)} />
      <div className={styles['finding']}>
        <h3>{say(title)}</h3>
        <p className={styles['evidence']}>{say(evidence)}</p>
        <p className={styles['cause']}>
          <b>{t`Why`}</b> {say(cause)}
        </p>
        <LayerLinks nodes={nodes} />
      </div>
      {remedies.length > 0 && (
        <div className={styles['help']}>
          <h4>{t`What helps`}</h4>
          {fits ? (
            <RemedyList verdict={verdict} />
          ) : (
            <p className={styles['cause']}>
              {t`The network was changed since this run. Train it to see whether this still holds.`}
            </p>
          )}
        </div>
      )}
    </article>
  );
}
