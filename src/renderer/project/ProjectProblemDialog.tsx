import { Dialog, DialogButton } from '../controls/Dialog';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from '../opening/ImportDialogs.module.css';
import { useProjectProblem } from './projectProblem';

/** Why a project file could not be opened or saved, and what to do. */
export function ProjectProblemDialog() {
  const { problem, dismiss } = useProjectProblem();
  if (problem === null) return null;
  return (
    <Dialog title={say(problem.title)} onClose={dismiss}>
      <p>{say(problem.message)}</p>
      <p>{say(problem.advice)}</p>
      {problem.recipe !== undefined && problem.recipe.length > 0 && (
        <pre className={styles['recipe']}>{problem.recipe.join('\n')}</pre>
      )}
      <p>{t`The network on the canvas is as it was.`}</p>
      <footer>
        <DialogButton look="primary" onClick={dismiss} firstChoice>
          {t`Close`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}
