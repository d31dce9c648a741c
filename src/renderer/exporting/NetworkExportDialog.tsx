import { Dialog, DialogButton } from '../controls/Dialog';
import { say } from '../language/say';
import { t } from '../language/t';
import type { OfferedForm } from './exportForms';
import styles from './NetworkExportDialog.module.css';
import { useNetworkExport } from './networkExport';
import { WeightsChoice } from './WeightsChoice';

/** Asks with which weights the network leaves for another program. */
export function NetworkExportDialog() {
  const form = useNetworkExport((state) => state.form);
  return form === null ? null : <OpenDialog form={form} />;
}

function OpenDialog({ form }: { form: OfferedForm }) {
  const { writing, failure, close, write } = useNetworkExport();
  return (
    <Dialog title={t`Export as ${form.label}`} onClose={close}>
      <p>{form.holds}</p>
      <WeightsChoice />
      <div className={styles['outcome']} role="alert">
        {failure !== null && (
          <>
            <strong>{say(failure.message)}</strong> {say(failure.advice)}
          </>
        )}
      </div>
      <footer>
        <DialogButton onClick={close}>{t`Cancel`}</DialogButton>
        <DialogButton look="primary" onClick={() => void write()} aria-busy={writing} firstChoice>
          {writing ? t`Writing…` : t`Export…`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}
