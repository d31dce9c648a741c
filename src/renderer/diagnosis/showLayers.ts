import { useView } from '../canvas/viewStore';
import { useEditor } from '../editor/editorStore';
import { leaveComparison } from './leaveComparison';

/** Selects layers and brings them to the middle of the canvas. */
export function showLayers(nodes: readonly string[]): void {
  leaveComparison();
  useEditor.getState().select({ nodes, edges: [] });
  useView.getState().zoomToSelection();
}
