import { create } from 'zustand';
import { lessonSteps } from './lessonSteps';

interface LessonState {
  readonly open: boolean;
  /** Number of the step, from 0. */
  readonly step: number;
  /** The step is done; stays so when the person goes on to other things. */
  readonly reached: boolean;
  /** How many times smaller the first layer's gradient was in the bare network; null before it was trained. */
  readonly bareLoss: number | null;
  /** Opens the lesson where it was left. */
  readonly start: () => void;
  readonly leave: () => void;
  readonly toggle: () => void;
  readonly reach: () => void;
  readonly noteBareLoss: (loss: number) => void;
  /** To the next step, done or skipped; behind the last the lesson ends, and begins anew the next time. */
  readonly next: () => void;
  readonly back: () => void;
}

const key = 'layerwise.lessonStep';

function storedStep(): number {
  const step = Number(localStorage.getItem(key) ?? 0);
  return Number.isInteger(step) && step >= 0 && step < lessonSteps.length ? step : 0;
}

/** How far the person is in the lesson, which outlives the window. */
export const useLesson = create<LessonState>((set, get) => {
  const goTo = (step: number, open = true): void => {
    localStorage.setItem(key, String(step));
    set({ step, open, reached: false });
  };
  return {
    open: false,
    step: storedStep(),
    reached: false,
    bareLoss: null,
    start: () => set({ open: true }),
    leave: () => set({ open: false }),
    toggle: () => set(({ open }) => ({ open: !open })),
    reach: () => set({ reached: true }),
    noteBareLoss: (bareLoss) => set({ bareLoss }),
    next() {
      const next = get().step + 1;
      if (next < lessonSteps.length) goTo(next);
      else goTo(0, false);
    },
    back: () => goTo(Math.max(0, get().step - 1)),
  };
});
