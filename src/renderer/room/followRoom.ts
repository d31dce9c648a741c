import { usePicker } from '../canvas/pickers/pickerStore';
import { useView } from '../canvas/viewStore';
import { useDock } from '../dock/dockStore';
import { useEditor } from '../editor/editorStore';
import { useFind } from '../find/findStore';
import { isInspectorKeptOpen, useInspector } from '../inspector/inspectorStore';
import { isPaletteKeptOpen, usePalette } from '../palette/paletteStore';
import { isLowWindow, isNarrowWindow, onResize } from './windowRoom';

/** Lets a small window show less at a time: one panel beside the canvas, and the charts or the network. */
export function followRoom(): void {
  usePalette.subscribe(({ open }, before) => {
    if (open && !before.open) leaveOnePanel('palette');
  });
  useInspector.subscribe(({ open }, before) => {
    if (open && !before.open) leaveOnePanel('inspector');
  });
  arrangePanels();
  let narrow = isNarrowWindow();
  onResize(() => {
    if (narrow === isNarrowWindow()) return;
    narrow = isNarrowWindow();
    arrangePanels();
  });
  useView.subscribe(({ fits, selectionZooms, zoom }, before) => {
    if (fits !== before.fits || selectionZooms !== before.selectionZooms || zoom !== before.zoom)
      uncoverCanvas();
  });
  useFind.subscribe(({ open }, before) => {
    if (open && !before.open) uncoverCanvas();
  });
  usePicker.subscribe(({ picker }, before) => {
    if (picker !== null && picker !== before.picker) uncoverCanvas();
  });
  useEditor.subscribe(({ attention }, before) => {
    if (attention !== null && attention !== before.attention) uncoverCanvas();
  });
}

/** The panel opened last stays in a narrow window; a wider one has both as they were. */
function arrangePanels(): void {
  if (isNarrowWindow()) {
    if (useInspector.getState().open) leaveOnePanel('inspector');
    return;
  }
  usePalette.setState({ open: isPaletteKeptOpen() });
  useInspector.setState({ open: isInspectorKeptOpen() });
}

function leaveOnePanel(panel: 'palette' | 'inspector'): void {
  if (!isNarrowWindow()) return;
  const other = panel === 'palette' ? useInspector : usePalette;
  other.setState({ open: false });
}

/** What is asked of the canvas is to be seen, which open charts cover in a low window. */
function uncoverCanvas(): void {
  if (isLowWindow()) useDock.setState({ collapsed: true });
}
