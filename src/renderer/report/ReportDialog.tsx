import { Dialog, DialogButton } from '../controls/Dialog';
import { useNow } from '../format/useNow';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './ReportDialog.module.css';
import { ReportParts } from './ReportParts';
import { type SavedReport, useReport } from './reportStore';

/** Shows what a report of a problem would hold, part by part, and saves it where the person says. */
export function ReportDialog() {
  const open = useReport((state) => state.open);
  return open ? <OpenDialog /> : null;
}

function OpenDialog() {
  const { parts, machineSince, included, saved, save, close } = useReport();
  return (
    <Dialog title={t`Report a problem`} onClose={close} wide>
      <p>
        {t`This makes one archive on your disk; Layerwise sends nothing to anyone. Home folder, names of user, machine and projects, paths and tokens are taken out. Look at each part, and leave out what you like.`}
      </p>
      {parts !== null && <ReportParts parts={parts} />}
      {machineSince !== null && <AwaitedMachine since={machineSince} />}
      <p className={styles['advice']}>
        {t`Attach it to the form “Something is wrong” where you got Layerwise from, or hand it to whoever looks after your machine. Say what happened and what you expected, and how to see it again.`}
      </p>
      <Outcome saved={saved} />
      <footer>
        <DialogButton onClick={close}>{saved.state === 'saved' ? t`Close` : t`Cancel`}</DialogButton>
        <DialogButton
          look="primary"
          disabled={parts === null || machineSince !== null || included.size === 0}
          onClick={() => void save()}
          firstChoice
        >
          {t`Save the report…`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}

/** What the report still waits for, and how long. */
function AwaitedMachine({ since }: { since: number }) {
  const seconds = Math.max(0, Math.floor((useNow(250) - since) / 1000));
  return (
    <>
      <p role="status">
        {seconds < 1
          ? t`Looking at this machine…`
          : t`Waiting for the NVIDIA driver to say what GPUs there are (nvidia-smi)…`}
      </p>
      {seconds > 0 && <p>{t`${seconds} s so far. After 5 s the report does without its answer.`}</p>}
    </>
  );
}

function Outcome({ saved }: { saved: SavedReport }) {
  if (saved.state === 'none') return null;
  if (saved.state === 'saved') return <p role="status">{t`Saved: ${saved.path}`}</p>;
  return (
    <p role="alert">
      {say(saved.problem.message)} {say(saved.problem.advice)}
    </p>
  );
}
