import { afterFrame } from '../afterFrame';
import { useColourBy } from '../canvas/colourBy';
import { useRun } from '../training/runStore';
import { useEditor } from './editorStore';

/** Locks the structure while a run holds the network, and shows gradients as soon as one starts. Returns the way to stop. */
export function followRun(): () => void {
  return useRun.subscribe(({ structureLocked }, before) => {
    if (structureLocked === before.structureLocked) return;
    useEditor.getState().lockStructure(structureLocked);
    if (structureLocked) afterFrame(() => afterFrame(showGradients));
  });
}

/** After the dock has opened: colouring every card is much to draw. */
function showGradients(): void {
  if (useRun.getState().structureLocked) useColourBy.getState().choose('gradient');
}
