import { type EditorState, useEditor } from '../editor/editorStore';
import type { TabId } from '../tabs/tabRow';
import { useTabs } from '../tabs/tabsStore';
import { portray } from './portray';
import { useSaving } from './savingStore';

type Saved = Pick<EditorState, 'projectNumber' | 'history' | 'analysis'>;

/** The document of a tab is in a file as it was in that state. */
export function noteSaved(tab: TabId, path: string, then: Saved): void {
  useEditor.of(tab).getState().markSaved(path, then);
  useSaving.of(tab).setState({ savedAt: Date.now() });
  portray(path, then);
  // In a browser a path is a name, which says nothing of where the file went.
  if (window.layerwise.inBrowser) return;
  for (const other of useTabs.getState().tabs) {
    const editor = useEditor.of(other).getState();
    if (other !== tab && editor.path === path) editor.loseFile();
  }
}
