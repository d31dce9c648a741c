import { create } from 'zustand';
import type { LayerProblem } from '../../network/layers/defineLayer';

/** A refusal that concerns what a person just tried, shown for a while over the canvas. */
export interface Notice extends LayerProblem {
  /** Rises with each notice, so that a repeated one is announced again. */
  readonly number: number;
}

interface NoticeState {
  readonly notice: Notice | null;
  show(problem: LayerProblem): void;
  dismiss(): void;
}

export const useNotice = create<NoticeState>((set) => ({
  notice: null,
  show: ({ message, advice }) =>
    set(({ notice }) => ({ notice: { message, advice, number: (notice?.number ?? 0) + 1 } })),
  dismiss: () => set({ notice: null }),
}));
