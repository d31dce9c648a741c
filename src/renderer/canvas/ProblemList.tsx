import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { Problem } from '../../network/analysis/analysis';
import { say } from '../language/say';
import { t } from '../language/t';
import { RemedyButtons } from '../remedies/RemedyButtons';
import styles from './ProblemList.module.css';

interface ProblemListProps {
  problems: readonly Problem[];
  /** True where Enter takes the first remedy of the first problem. */
  byEnter?: boolean;
  onTaken?: () => void;
}

/** Problems in words: what is wrong, and what would help, as a sentence and as edits to choose from. */
export function ProblemList({ problems, byEnter = false, onTaken }: ProblemListProps) {
  return (
    <ul className={styles['list']}>
      {problems.map((problem, index) => (
        <li key={problem.message} className={styles['problem']} data-severity={problem.severity}>
          {problem.severity === 'error' ? (
            <CircleAlert size={17} aria-label={t`Error`} />
          ) : (
            <TriangleAlert size={16} aria-label={t`Warning`} />
          )}
          <div className={styles['words']}>
            <p className={styles['message']}>{say(problem.message)}</p>
            <p className={styles['advice']}>{say(problem.advice)}</p>
            <RemedyButtons
              problem={problem}
              byEnter={byEnter && index === 0}
              {...(onTaken !== undefined && { onTaken })}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
