import { createPerTab } from '../tabs/perTab';
import type { Run } from '../training/run';
import { lastStepOnAxis } from './stepAxis';
import type { StepRange } from './stepRange';

interface StepView {
  /** Run that the range is of. */
  readonly runId: string | null;
  /** Null for the whole run. */
  readonly range: StepRange | null;
  /** Step that the pointer is at in one of the charts, which all of them mark; null where it is in none. */
  readonly pointed: number | null;
  show(runId: string, range: StepRange | null): void;
  point(step: number | null): void;
}

/** What the charts of a run show together: which steps, and which of them is pointed at. */
export const useStepView = createPerTab<StepView>((set) => ({
  runId: null,
  range: null,
  pointed: null,
  show: (runId, range) => set({ runId, range }),
  point: (pointed) => set({ pointed }),
}));

/** All steps of a run; before the first run, an axis of one step. */
export function wholeRun(run: Run | null): StepRange {
  return { first: 0, last: run === null ? 1 : lastStepOnAxis(run) };
}

/** The steps that are looked at more closely; null for the whole run. */
export function useNarrowedRange(run: Run | null): StepRange | null {
  return useStepView(({ runId, range }) => (run !== null && runId === run.id ? range : null));
}
