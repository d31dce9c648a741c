import type { Edit } from '../../network/graph/edits';
import type { History } from '../../network/graph/history';

/** Where a document stands to the text that was saved last. */
export interface SavedState {
  readonly history: History;
  /** The last edit at the time of saving; null where the document was saved as it came. */
  readonly savedEdit: Edit | null;
  /** How many changes the document came with that no file has, as a recovered draft does. */
  readonly carriedChanges: number;
}

/** Stands for a saved state that no undo leads back to. */
export const outOfReach: Edit = { label: '', changes: [] };

/** Whether closing the window now would lose changes. */
export function hasUnsavedChanges({ history, savedEdit }: SavedState): boolean {
  return (history.past.at(-1)?.redo ?? null) !== savedEdit;
}

/** How many steps of the history lie between the document and the text that was saved last. */
export function countUnsavedChanges(state: SavedState): number {
  const { history, savedEdit, carriedChanges } = state;
  if (!hasUnsavedChanges(state)) return 0;
  const { past, future } = history;
  const saved = past.findIndex(({ redo }) => redo === savedEdit);
  if (saved >= 0 || savedEdit === null) return past.length - 1 - saved;
  const undone = future.findIndex(({ redo }) => redo === savedEdit);
  return undone >= 0 ? undone + 1 : Math.max(1, past.length + carriedChanges);
}
