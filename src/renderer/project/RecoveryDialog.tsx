import { Dialog, DialogButton } from '../controls/Dialog';
import { t } from '../language/t';
import { describeDraft } from './describeDraft';
import { useRecovery } from './recovery';

/** Offers the drafts of a Layerwise that ended without closing its projects. Leaving the question recovers: nothing is lost by that. */
export function RecoveryDialog() {
  const { offered, answer } = useRecovery();
  if (offered.length === 0) return null;
  return (
    <Dialog title={t`Layerwise was closed unexpectedly`} onClose={() => answer(true)}>
      {offered.map((recalled) => (
        <p key={recalled.project}>
          {describeDraft(recalled, new Date())}{' '}
          {recalled.draft.path !== null &&
            t`Recovering it leaves ${recalled.draft.path} as it is until you save.`}
        </p>
      ))}
      <p>{t`Discarding deletes these changes for good.`}</p>
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
