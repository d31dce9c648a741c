import { Dialog, DialogButton } from '../controls/Dialog';
import { t } from '../language/t';
import { useClosingQuestion } from './closingQuestion';

/** Asks before a tab with unsaved changes, or with a run under way, is closed. */
export function ClosingDialog() {
  const question = useClosingQuestion((state) => state.question);
  if (question === null) return null;
  const { project, answer, number } = question;
  const { name, unsaved, training } = project;
  return (
    // A dialog of its own for each question: the one before may be on its way out, and answers for itself alone.
    <Dialog
      key={number}
      title={unsaved ? t`Save the changes to ${name}?` : t`Stop the run of ${name}?`}
      onClose={() => answer('cancel')}
    >
      {training && <p>{t`Closing the tab stops its run. What was measured is kept among the runs.`}</p>}
      {unsaved && (
        <p>{t`Without saving they are lost when the window closes; until then “Reopen closed tab” brings them back.`}</p>
      )}
      <footer>
        <DialogButton look="danger" onClick={() => answer('discard')}>
          {unsaved ? t`Don’t save` : t`Stop and close`}
        </DialogButton>
        <DialogButton onClick={() => answer('cancel')} {...(!unsaved && { firstChoice: true })}>
          {t`Cancel`}
        </DialogButton>
        {unsaved && (
          <DialogButton look="primary" onClick={() => answer('save')} firstChoice>
            {t`Save`}
          </DialogButton>
        )}
      </footer>
    </Dialog>
  );
}
