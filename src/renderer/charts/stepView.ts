import { useMemo } from 'react';
import { createPerTab } from '../tabs/perTab';
import { extent, type StepRange } from './stepRange';

interface StepView {
  /** Of whose steps the range is. */
  readonly runId: string | null;
  /** Null for all steps. */
  readonly range: StepRange | null;
  /** Step that the pointer or the keys are at in one of the charts, which all of them mark; null where in none. */
  readonly pointed: number | null;
  show(runId: string, range: StepRange | null): void;
  point(step: number | null): void;
}

/** What the charts over steps show together: which steps, and which of them is pointed at. */
export const useStepView = createPerTab<StepView>((set) => ({
  runId: null,
  range: null,
  pointed: null,
  show: (runId, range) => set({ runId, range }),
  point: (pointed) => set({ pointed }),
}));

/** The steps of a run, or of several, that charts show, of those that they could show. */
export interface StepSpan {
  /** Null before the first run. */
  readonly runId: string | null;
  readonly range: StepRange;
  readonly whole: StepRange;
  /** Fewer than all are shown. */
  readonly narrowed: boolean;
}

/** From step 0 to `last`, or the stretch of it that is looked at closely; the same while it reads the same. */
export function useStepSpan(runId: string | null, last: number): StepSpan {
  const chosen = useStepView((state) => chosenRange(state, runId));
  return useMemo(() => spanOf(runId, last, chosen), [runId, last, chosen]);
}

export function stepSpanNow(runId: string, last: number): StepSpan {
  return spanOf(runId, last, chosenRange(useStepView.getState(), runId));
}

function chosenRange(state: StepView, runId: string | null): StepRange | null {
  return runId !== null && state.runId === runId ? state.range : null;
}

function spanOf(runId: string | null, last: number, chosen: StepRange | null): StepSpan {
  const whole = { first: 0, last };
  return { runId, whole, range: chosen ?? whole, narrowed: chosen !== null };
}

/** Shows a stretch, and the whole where it is no shorter; null for the whole. */
export function showSteps({ runId, whole }: StepSpan, range: StepRange | null): void {
  if (runId === null) return;
  useStepView.getState().show(runId, range === null || extent(range) >= extent(whole) ? null : range);
}
