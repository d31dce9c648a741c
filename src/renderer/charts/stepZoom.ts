/** Looking closer at some steps of a run, and back. */
import type { Run } from '../training/run';
import { extent, moved, type StepRange, zoomed } from './stepRange';
import { useStepView, wholeRun } from './stepView';

/** The steps that the charts of a run show now. */
export function shownSteps(run: Run): StepRange {
  const { runId, range } = useStepView.getState();
  return (runId === run.id ? range : null) ?? wholeRun(run);
}

/** So many times as many steps around the middle of those that are shown. */
export function zoomSteps(run: Run, factor: number): void {
  const range = shownSteps(run);
  show(run, zoomed(range, wholeRun(run), (range.first + range.last) / 2, factor));
}

/** Steps further on, by a share of those that are shown. */
export function moveSteps(run: Run, share: number): void {
  const range = shownSteps(run);
  show(run, moved(range, wholeRun(run), share * extent(range)));
}

export function showWholeRun(run: Run): void {
  useStepView.getState().show(run.id, null);
}

function show(run: Run, next: StepRange): void {
  useStepView.getState().show(run.id, extent(next) < extent(wholeRun(run)) ? next : null);
}
