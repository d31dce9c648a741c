import { extent, moved, zoomed } from './stepRange';
import { type StepSpan, showSteps, useStepView } from './stepView';

/** Shows so many times as many steps, around the one that is pointed at. */
export function zoomBy(span: StepSpan, factor: number): void {
  const { range, whole } = span;
  const { pointed } = useStepView.getState();
  const inView = pointed !== null && pointed >= range.first && pointed <= range.last;
  const centre = inView ? pointed : (range.first + range.last) / 2;
  showSteps(span, zoomed(range, whole, centre, factor));
}

/** Moves on by a share of what is shown. */
export function moveBy(span: StepSpan, share: number): void {
  showSteps(span, moved(span.range, span.whole, share * extent(span.range)));
}

/** Moves as far as it takes to show a step. */
export function bringIntoView(span: StepSpan, step: number): void {
  const { range, whole } = span;
  const beyond = Math.max(0, step - range.last) - Math.max(0, range.first - step);
  if (beyond !== 0) showSteps(span, moved(range, whole, beyond));
}
