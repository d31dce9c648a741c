import { create } from 'zustand';

/** What the colours of cards and edges mean. */
export type ColourBy = 'category' | 'gradient';

interface ColourByState {
  readonly colourBy: ColourBy;
  choose(colourBy: ColourBy): void;
}

export const useColourBy = create<ColourByState>((set) => ({
  colourBy: 'category',
  choose: (colourBy) => set({ colourBy }),
}));
