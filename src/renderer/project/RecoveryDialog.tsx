import { Dialog, DialogButton } from '../controls/Dialog';
import { t } from '../language/t';
import { describeDraft } from './describeDraft';
import { useRecovery } from './recovery';

/** Offers the draft of a Layerwise that ended without closing its project. Leaving the question recovers: nothing is lost by that. */
export function RecoveryDialog() {
  const { offered, answer } = useRecovery();
  if (offered === null) return null;
  const { path } = offered.draft;
  return (
    <Dialog title={t`Layerwise was closed unexpectedly`} onClose={() => answer(true)}>
      <p>{describeDraft(offered, new Date())}</p>
      <p>
        {path !== null && t`Recovering it leaves ${path} as it is until you save.`}{' '}
        {t`Discarding it deletes these changes for good.`}
      </p>
      <footer>
        <DialogButton look="danger" onClick={() => answer(false)}>
          {t`Discard`}
        </DialogButton>
        <DialogButton look="primary" onClick={() => answer(true)} firstChoice>
          {t`Recover`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}
