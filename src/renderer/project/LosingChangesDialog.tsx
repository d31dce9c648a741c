import { Dialog, DialogButton } from '../controls/Dialog';
import { useDocument } from '../editor/editorStore';
import { t } from '../language/t';
import { useLosingChanges } from './losingChanges';

/** Asks before another project takes the place of one with unsaved changes. */
export function LosingChangesDialog() {
  const { answer, number } = useLosingChanges();
  const { name } = useDocument();
  if (answer === null) return null;
  return (
    // A dialog of its own for each question: the one before may be on its way out, and answers for itself alone.
    <Dialog key={number} title={t`Save the changes to ${name}?`} onClose={() => answer('cancel')}>
      <p>{t`They are lost if another project takes its place without saving.`}</p>
      <footer>
        <DialogButton look="danger" onClick={() => answer('discard')}>
          {t`Don’t save`}
        </DialogButton>
        <DialogButton onClick={() => answer('cancel')}>{t`Cancel`}</DialogButton>
        <DialogButton look="primary" onClick={() => answer('save')} firstChoice>
          {t`Save`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}
