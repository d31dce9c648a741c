import type { NetworkDocument } from '../../network/graph/document';
import { useColourBy } from '../canvas/colourBy';
import { useEditor } from '../editor/editorStore';
import { hasUnsavedChanges } from '../editor/unsavedChanges';
import { useRun } from '../training/runStore';
import { askAboutChanges } from './losingChanges';
import { saveProject } from './saveProject';
import { useSaving } from './savingStore';

/** Whether nothing is lost if another project takes the place of this one, or the person agrees to the loss. */
export async function mayLeave(): Promise<boolean> {
  if (!hasUnsavedChanges(useEditor.getState())) return true;
  const choice = await askAboutChanges();
  if (choice !== 'save') return choice === 'discard';
  await saveProject();
  return !hasUnsavedChanges(useEditor.getState());
}

/** Puts another project in the place of this one. */
export function replaceDocument(document: NetworkDocument, path: string | null): void {
  leaveRun();
  useEditor.getState().open(document, path);
}

/** Puts a project in the place of this one that no file has yet: leaving it without saving would lose it. */
export function replaceUnsaved(document: NetworkDocument): void {
  leaveRun();
  useEditor.getState().restore(document, null, 1);
}

function leaveRun(): void {
  useRun.getState().clear();
  useColourBy.getState().choose('category');
  useSaving.setState({ savedAt: null, draftKeptAt: null });
}
