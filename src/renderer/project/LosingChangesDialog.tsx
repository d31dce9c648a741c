import { Dialog, DialogButton } from '../controls/Dialog';
import { useDocument } from '../editor/editorStore';
import { useLosingChanges } from './losingChanges';

/** Asks before unsaved changes are given up. */
export function LosingChangesDialog() {
  const answer = useLosingChanges((state) => state.answer);
  const { name } = useDocument();
  if (answer === null) return null;
  return (
    <Dialog title={`Leave ${name} without saving?`} onClose={() => answer(false)}>
      <p>Its changes since the last save will be lost. Cancel and save the project to keep them.</p>
      <footer>
        <DialogButton onClick={() => answer(false)} autoFocus>
          Cancel
        </DialogButton>
        <DialogButton look="danger" onClick={() => answer(true)}>
          Discard changes
        </DialogButton>
      </footer>
    </Dialog>
  );
}
