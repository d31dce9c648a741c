import { Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { ToolButton } from '../controls/ToolButton';
import { useNotice } from '../editor/noticeStore';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './CanvasNotice.module.css';

/** How long a notice stays, in milliseconds: time to read two sentences. */
const shownFor = 8000;

/** Why the last thing tried was refused, or what happened to the window. */
export function CanvasNotice() {
  const notice = useNotice((state) => state.notice);
  const dismiss = useNotice((state) => state.dismiss);
  useEffect(() => {
    if (notice === null || notice.lasting) return;
    const timer = setTimeout(dismiss, shownFor);
    return () => clearTimeout(timer);
  }, [notice, dismiss]);
  return (
    <div className={styles['place']} role="status">
      {notice !== null && (
        <div key={notice.number} className={styles['notice']}>
          <Info size={16} aria-hidden="true" />
          <div>
            <p className={styles['message']}>{say(notice.message)}</p>
            <p>{say(notice.advice)}</p>
          </div>
          <ToolButton icon aria-label={t`Dismiss`} onClick={dismiss}>
            <X size={14} aria-hidden="true" />
          </ToolButton>
        </div>
      )}
    </div>
  );
}
