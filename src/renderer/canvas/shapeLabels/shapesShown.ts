import { create } from 'zustand';

interface ShapesShown {
  readonly shown: boolean;
  toggle(): void;
}

/** Whether the shapes that pass stand on the connections. */
export const useShapesShown = create<ShapesShown>((set) => ({
  shown: false,
  toggle: () => set(({ shown }) => ({ shown: !shown })),
}));
