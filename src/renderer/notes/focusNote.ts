import { useEditor } from '../editor/editorStore';

/** Frames that a note may take to be drawn. */
const patience = 20;

/**
 * To a selected note on the canvas, as soon as it is drawn; unless the person has gone elsewhere by then, or has selected
 * something else or nothing: the focus would select it again.
 */
export function focusNote(id: string, frames = patience): void {
  if (document.activeElement !== document.body && document.activeElement?.closest('.react-flow') === null)
    return;
  if (useEditor.getState().selection.notes?.includes(id) !== true) return;
  const note = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`);
  if (note !== null) note.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusNote(id, frames - 1));
}
