import { create } from 'zustand';

interface FoldedSectionsState {
  /** The categories of which only the heading is shown. */
  readonly folded: ReadonlySet<string>;
  toggle(category: string): void;
}

const key = 'layerwise.foldedLayers';

/** Which categories of the palette are folded up; the next window opens as this one is left. */
export const useFoldedSections = create<FoldedSectionsState>((set, get) => ({
  folded: new Set((localStorage.getItem(key) ?? '').split(' ').filter(Boolean)),
  toggle(category) {
    const folded = new Set(get().folded);
    if (!folded.delete(category)) folded.add(category);
    localStorage.setItem(key, [...folded].join(' '));
    set({ folded });
  },
}));
