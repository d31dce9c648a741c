import { type EditorState, useEditor } from '../editor/editorStore';
import { portray } from './portray';
import { useSaving } from './savingStore';

type Saved = Pick<EditorState, 'projectNumber' | 'history' | 'analysis'>;

/** The document is in a file as it was in that state. */
export function noteSaved(path: string, then: Saved): void {
  useEditor.getState().markSaved(path, then);
  useSaving.setState({ savedAt: Date.now() });
  portray(path, then);
}
