import { create } from 'zustand';
import { isNarrowWindow } from '../room/windowRoom';

interface InspectorState {
  readonly open: boolean;
  toggle(): void;
  show(): void;
}

const openKey = 'layerwise.inspectorOpen';

/** Whether what is selected is shown in detail beside the canvas. */
export const useInspector = create<InspectorState>((set) => ({
  open: isInspectorKeptOpen(),
  toggle: () => set(({ open }) => ({ open: !open })),
  show: () => set({ open: true }),
}));

/** As the last window was left that had room for all panels. */
export function isInspectorKeptOpen(): boolean {
  return localStorage.getItem(openKey) !== 'false';
}

useInspector.subscribe(({ open }) => {
  if (!isNarrowWindow()) localStorage.setItem(openKey, String(open));
});
