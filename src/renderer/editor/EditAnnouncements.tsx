import { useEffect, useState } from 'react';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './EditAnnouncements.module.css';
import { useEditor } from './editorStore';

/** Tells screen readers what each edit did, and what was undone. */
export function EditAnnouncements() {
  const [words, setWords] = useState('');
  useEffect(
    () =>
      useEditor.subscribe(({ history, projectNumber }, before) => {
        if (history.past === before.history.past) return;
        if (projectNumber !== before.projectNumber) return setWords('');
        const undone = history.past.length < before.history.past.length;
        const edit = undone ? before.history.past.at(-1)?.undo : history.past.at(-1)?.redo;
        if (edit !== undefined) setWords(undone ? t`Undone: ${edit.label}` : edit.label);
      }),
    [],
  );
  return (
    <div className={styles['unseen']} role="status" aria-label={t`Last edit`}>
      {say(words)}
    </div>
  );
}
