import { create } from 'zustand';
import { isNarrowWindow } from '../room/windowRoom';

interface PaletteState {
  readonly open: boolean;
  /** The layer kind that is being dragged out of the palette. */
  readonly dragged: string | null;
  /** The own block that is being dragged out of it. */
  readonly draggedBlock: { readonly id: string; readonly label: string } | null;
  toggle(): void;
  show(): void;
  drag(kind: string | null): void;
  dragBlock(block: PaletteState['draggedBlock']): void;
}

const openKey = 'layerwise.paletteOpen';

/** Whether the palette is open, and what is being dragged out of it. */
export const usePalette = create<PaletteState>((set) => ({
  open: isPaletteKeptOpen(),
  dragged: null,
  draggedBlock: null,
  toggle: () => set(({ open }) => ({ open: !open })),
  show: () => set({ open: true }),
  drag: (dragged) => set({ dragged }),
  dragBlock: (draggedBlock) => set({ draggedBlock }),
}));

/** As the last window was left that had room for all panels. */
export function isPaletteKeptOpen(): boolean {
  return localStorage.getItem(openKey) !== 'false';
}

usePalette.subscribe(({ open }) => {
  if (!isNarrowWindow()) localStorage.setItem(openKey, String(open));
});
