import { useId, useState } from 'react';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import styles from './DatasetList.module.css';

/** A path of the engine's machine, typed: a page in a browser can't show that machine's files. */
export function PathForm({ onPath }: { onPath: (path: string) => Promise<void> }) {
  const [path, setPath] = useState('');
  const [busy, setBusy] = useState(false);
  const id = useId();
  const open = async () => {
    setBusy(true);
    await onPath(path.trim());
    setBusy(false);
  };
  return (
    <form
      className={styles['path']}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <label htmlFor={id}>{t`Path on the machine that serves`}</label>
      <input id={id} value={path} spellCheck={false} onChange={(event) => setPath(event.target.value)} />
      <FramedButton onClick={() => void open()} disabled={busy || path.trim() === ''}>
        {t`Open`}
      </FramedButton>
    </form>
  );
}
