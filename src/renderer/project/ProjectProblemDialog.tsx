import { Dialog, DialogButton } from '../controls/Dialog';
import { say } from '../language/say';
import { t } from '../language/t';
import { useProjectProblem } from './projectProblem';

/** Why a project file could not be opened or saved, and what to do. */
export function ProjectProblemDialog() {
  const { problem, dismiss } = useProjectProblem();
  if (problem === null) return null;
  return (
    <Dialog title={say(problem.title)} onClose={dismiss}>
      <p>{say(problem.message)}</p>
      <p>{say(problem.advice)}</p>
      <p>{t`The network on the canvas is as it was.`}</p>
      <footer>
        <DialogButton look="primary" onClick={dismiss} firstChoice>
          {t`Close`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}
