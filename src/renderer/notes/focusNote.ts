/** Frames that a note may take to be drawn. */
const patience = 20;

/** To a note on the canvas, as soon as it is drawn; unless the person has gone elsewhere by then. */
export function focusNote(id: string, frames = patience): void {
  if (document.activeElement !== document.body && document.activeElement?.closest('.react-flow') === null)
    return;
  const note = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`);
  if (note !== null) note.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusNote(id, frames - 1));
}
