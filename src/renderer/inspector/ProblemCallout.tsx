import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { Problem } from '../../network/analysis/analysis';
import { say } from '../language/say';
import { t } from '../language/t';
import { FoldedRemedies } from '../remedies/FoldedRemedies';
import styles from './ProblemCallout.module.css';

/** A problem at the top of the inspector; with `onShow` it leads to the layer. */
export function ProblemCallout({ problem, onShow }: { problem: Problem; onShow?: () => void }) {
  const Icon = problem.severity === 'error' ? CircleAlert : TriangleAlert;
  return (
    <div className={styles['callout']} data-severity={problem.severity}>
      <Icon size={15} aria-label={problem.severity === 'error' ? t`Error` : t`Warning`} />
      <div className={styles['words']}>
        <p className={styles['message']}>{say(problem.message)}</p>
        <p className={styles['advice']}>{say(problem.advice)}</p>
        <FoldedRemedies problem={problem} />
        {onShow !== undefined && (
          <button type="button" className={styles['show']} onClick={onShow}>
            {t`Show the layer`}
          </button>
        )}
      </div>
    </div>
  );
}
