import type { LayerEdge } from '../../../network/graph/document';
import { insertShortcut } from '../../../network/graph/shortcuts/insertShortcut';
import { useEditor } from '../../editor/editorStore';
import { useNotice } from '../../editor/noticeStore';
import { skipOptionSetting } from '../../settings/groups/editing';
import { settingNow } from '../../settings/settingsStore';

/** Draws a shortcut from a layer onto a connection, and selects the Add; where that can't be, says why over the canvas. */
export function addShortcut(from: string, edge: LayerEdge): void {
  const { history, analysis, apply, selectNode, structureLocked } = useEditor.getState();
  const result = insertShortcut(history.document, analysis, { from, edge }, settingNow(skipOptionSetting));
  if ('problem' in result) {
    useNotice.getState().show(result.problem);
    return;
  }
  apply(result.edit);
  if (!structureLocked) selectNode(result.add);
}
