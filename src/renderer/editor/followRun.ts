import { afterFrame } from '../afterFrame';
import { useColourBy } from '../canvas/colourBy';
import type { TabId } from '../tabs/tabRow';
import { useRun } from '../training/runStore';
import { useEditor } from './editorStore';

/**
 * Locks the structure of each tab's network while a run holds it, and shows gradients as soon as one starts. Returns the
 * way to stop.
 */
export function followRun(): () => void {
  return useRun.follow((tab, { structureLocked }, before) => {
    if (structureLocked === before.structureLocked) return;
    useEditor.of(tab).getState().lockStructure(structureLocked);
    if (structureLocked) afterFrame(() => afterFrame(() => showGradients(tab)));
  });
}

/** After the dock has opened: colouring every card is much to draw. */
function showGradients(tab: TabId): void {
  if (useRun.of(tab).getState().structureLocked) useColourBy.of(tab).getState().choose('gradient');
}
