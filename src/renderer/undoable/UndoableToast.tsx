import { X } from 'lucide-react';
import { useEffect } from 'react';
import { ToolButton } from '../controls/ToolButton';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import styles from './UndoableToast.module.css';
import { useUndoable } from './undoableStore';

/** How long it stays, in milliseconds: time to notice the slip, and to reach the button by key. */
const shownFor = 20_000;

/** Says what was done and takes it back at a click: nobody was asked before. */
export function UndoableToast() {
  const { done, dismiss } = useUndoable();
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(dismiss, shownFor);
    return () => clearTimeout(timer);
  }, [done, dismiss]);
  return (
    <div className={styles['place']} role="status">
      {done !== null && (
        <div key={done.number} className={styles['toast']}>
          <p>{done.message}</p>
          <FramedButton
            onClick={() => {
              dismiss();
              done.undo();
            }}
          >
            {t`Undo`}
          </FramedButton>
          <ToolButton icon aria-label={t`Dismiss`} onClick={dismiss}>
            <X size={14} aria-hidden="true" />
          </ToolButton>
        </div>
      )}
    </div>
  );
}
