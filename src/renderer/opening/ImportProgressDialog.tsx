import { useEffect, useState } from 'react';
import { Dialog, DialogButton } from '../controls/Dialog';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './ImportDialogs.module.css';
import { stopImport } from './importModel';
import { useImport } from './importStore';

/** What an import is at, for how long, and a Stop. How long it will take can't be told: models are read in one piece. */
export function ImportProgressDialog() {
  const underWay = useImport((state) => state.underWay);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (underWay === null) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [underWay]);
  if (underWay === null) return null;
  const seconds = Math.max(0, Math.floor((now - underWay.since) / 1000));
  return (
    <Dialog title={t`Importing ${underWay.name}`} onClose={stopImport}>
      <div className={styles['track']} aria-hidden="true" />
      <p role="status">{say(underWay.activity)}…</p>
      <p>{t`${seconds} s so far. The network on the canvas stays until the model is read.`}</p>
      <footer>
        <DialogButton onClick={stopImport} firstChoice>
          {t`Stop`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}
