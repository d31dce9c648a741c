import { useAnalysis } from '../editor/editorStore';
import { errorsFirst } from '../editor/nodeProblems';
import styles from './NetworkProblems.module.css';
import overlay from './Overlay.module.css';
import { ProblemList } from './ProblemList';

/** Problems of the network as a whole, which no card can show. */
export function NetworkProblems() {
  const problems = errorsFirst(useAnalysis().problems.filter(({ node }) => node === null));
  if (problems.length === 0) return null;
  return (
    <div className={`${overlay['glass']} ${styles['place']}`} role="status">
      <ProblemList problems={problems} />
    </div>
  );
}
