import { type NodeProps, NodeResizeControl, ResizeControlVariant } from '@xyflow/react';
import { memo } from 'react';
import { noteWidths } from '../../network/graph/notes/note';
import type { FlowNode } from '../canvas/flowNodes';
import { useEditor } from '../editor/editorStore';
import { t } from '../language/t';
import { useEditedNote } from './editedNoteStore';
import styles from './NoteCard.module.css';
import { NoteText } from './NoteText';
import { editNote, resizeNote, selectNote } from './noteActions';
import { noteOf } from './noteKeys';

/** A note behind the cards: words that a person has put beside the layers. */
export const NoteCard = memo(function NoteCard({ id: key, selected }: NodeProps<FlowNode>) {
  const id = noteOf(key);
  const note = useEditor(({ history }) => history.document.notes?.find((each) => each.id === id));
  const edited = useEditedNote((state) => state.note === id);
  if (note === undefined) return null;
  return (
    <div
      className={styles['note']}
      style={{ '--note': `var(--note-${note.colour})` }}
      data-selected={selected}
    >
      {edited ? (
        <NoteText note={note} />
      ) : (
        <button
          type="button"
          className={styles['words']}
          data-note={note.id}
          aria-label={t`Note: ${note.text}`}
          aria-pressed={selected}
          onFocus={() => {
            if (!selected) selectNote(note.id);
          }}
          onDoubleClick={(event) => {
            event.stopPropagation();
            editNote(note.id);
          }}
        >
          {note.text}
        </button>
      )}
      {selected && (
        <NodeResizeControl
          className={styles['edge'] ?? ''}
          position="right"
          variant={ResizeControlVariant.Line}
          minWidth={noteWidths.least}
          maxWidth={noteWidths.most}
          onResize={(_, { width }) => resizeNote(note.id, width)}
          onResizeEnd={useEditor.getState().endMerge}
        />
      )}
    </div>
  );
});
