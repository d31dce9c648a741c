import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { Problem } from '../../network/analysis/analysis';
import styles from './ProblemList.module.css';

/** Problems in words: what is wrong, and what would help. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  return (
    <ul className={styles['list']}>
      {problems.map(({ severity, message, advice }) => (
        <li key={message} className={styles['problem']} data-severity={severity}>
          {severity === 'error' ? (
            <CircleAlert size={17} aria-label="Error" />
          ) : (
            <TriangleAlert size={16} aria-label="Warning" />
          )}
          <div>
            <p className={styles['message']}>{message}</p>
            <p className={styles['advice']}>{advice}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
