import type { LayerProblem } from '../../network/layers/defineLayer';
import { createPerTab } from '../tabs/perTab';

/** A refusal that concerns what a person just tried, or what they must know, over the canvas. */
export interface Notice extends LayerProblem {
  /** Stays until it is dismissed or the next edit; others go by themselves. */
  readonly lasting: boolean;
  /** Rises with each notice, so that a repeated one is announced again. */
  readonly number: number;
}

interface NoticeState {
  readonly notice: Notice | null;
  show(problem: LayerProblem, lasting?: boolean): void;
  dismiss(): void;
  /** Something has happened by itself, which leaves standing what the person must know. */
  dismissPassing(): void;
}

export const useNotice = createPerTab<NoticeState>((set) => ({
  notice: null,
  show: ({ message, advice }, lasting = false) =>
    set(({ notice }) => ({ notice: { message, advice, lasting, number: (notice?.number ?? 0) + 1 } })),
  dismiss: () => set({ notice: null }),
  dismissPassing: () => set(({ notice }) => ({ notice: notice?.lasting === true ? notice : null })),
}));
