import { create } from 'zustand';
import type { Position } from '../../network/graph/document';

/** The point of the network in the middle of what is seen, as the canvas tells it once it is there. */
export const useViewCentre = create<{ readonly centre: () => Position }>(() => ({
  centre: () => ({ x: 0, y: 0 }),
}));
