import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Note } from '../../network/graph/document';
import { projectLimits } from '../../network/graph/projectSchema';
import { t } from '../language/t';
import styles from './NoteCard.module.css';
import { endNote, leaveNote, typeNote } from './noteActions';

/** The words of a note while they are written. Enter begins a line; Escape, or a click elsewhere, ends. */
export function NoteText({ note }: { note: Note }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const { id } = note;
  useEffect(() => {
    const text = box.current;
    // Its place on the canvas is seen to already.
    text?.focus({ preventScroll: true });
    text?.setSelectionRange(text.value.length, text.value.length);
  }, []);
  const handleKey = (event: KeyboardEvent) => {
    // An input method has its own use for both keys.
    if (event.nativeEvent.isComposing) return;
    const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
    leaveNote(id);
  };
  return (
    <div className={`${styles['writing']} nodrag nopan nowheel`} data-text={`${note.text}\u200b`}>
      <textarea
        ref={box}
        value={note.text}
        aria-label={t`Text of the note`}
        placeholder={t`Write a note`}
        maxLength={projectLimits.noteLength}
        rows={1}
        onChange={(event) => typeNote(id, event.target.value)}
        onBlur={() => endNote(id)}
        onKeyDown={handleKey}
      />
    </div>
  );
}
