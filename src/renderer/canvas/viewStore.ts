import { create } from 'zustand';

interface ViewState {
  /**
   * What the view keeps to while the network and the room for it change: the whole network, or as much of it as
   * can be read; null as soon as a person pans or zooms.
   */
  readonly following: 'whole' | 'readable' | null;
  /** Rises with each request to see the whole network. */
  readonly fits: number;
  /**
   * True while so much is in view that cards and edges are drawn in their simplest form: the zoom is a tile's, and the
   * network large.
   */
  readonly crowded: boolean;
  /** Rises with each request to see what is selected. */
  readonly selectionZooms: number;
  /** The last request to zoom: by a factor, or to 100 %; a new object for each. */
  readonly zoom: { readonly by: number | 'whole' } | null;
  fit(): void;
  zoomBy(by: number | 'whole'): void;
  zoomToSelection(): void;
  /** Brings another project into view, and follows it. */
  follow(): void;
  leave(): void;
  crowd(crowded: boolean): void;
}

/** One step of zooming in. */
export const zoomStep = 1.2;

/** Whether the view keeps the network fitted. */
export const useView = create<ViewState>((set) => ({
  following: 'readable',
  fits: 0,
  selectionZooms: 0,
  crowded: false,
  zoom: null,
  fit: () => set(({ fits }) => ({ following: 'whole', fits: fits + 1 })),
  zoomToSelection: () =>
    set(({ selectionZooms }) => ({ following: null, selectionZooms: selectionZooms + 1 })),
  zoomBy: (by) => set({ following: null, zoom: { by } }),
  follow: () => set({ following: 'readable' }),
  leave: () => set({ following: null }),
  crowd: (crowded) => set({ crowded }),
}));
