import { Dialog, DialogButton } from '../controls/Dialog';
import { describeDraft } from './describeDraft';
import { useRecovery } from './recovery';

/** Offers the draft of a Layerwise that ended without closing its project. Leaving the question recovers: nothing is lost by that. */
export function RecoveryDialog() {
  const { offered, answer } = useRecovery();
  if (offered === null) return null;
  const { path } = offered.draft;
  return (
    <Dialog title="Layerwise was closed unexpectedly" onClose={() => answer(true)}>
      <p>{describeDraft(offered, new Date())}</p>
      <p>
        {path !== null && `Recovering it leaves ${path} as it is until you save. `}
        Discarding it deletes these changes for good.
      </p>
      <footer>
        <DialogButton look="danger" onClick={() => answer(false)}>
          Discard
        </DialogButton>
        <DialogButton look="primary" onClick={() => answer(true)} firstChoice>
          Recover
        </DialogButton>
      </footer>
    </Dialog>
  );
}
