import type { Run } from '../training/run';
import { totalSteps } from '../training/run';
import type { StepRange } from './stepRange';

/** Ends of epochs to mark on an axis of steps: all of them, or every n-th where they are many. */
export function epochMarks(
  run: Run,
  most: number,
): readonly { readonly step: number; readonly epoch: number }[] {
  const every = Math.max(1, Math.ceil(run.epochCount / most));
  const marks: { step: number; epoch: number }[] = [];
  for (let epoch = every; epoch <= run.epochCount; epoch += every)
    marks.push({ step: epoch * run.stepsPerEpoch, epoch });
  return marks;
}

/** Where the axis of steps ends: with the run, or with the last step where that went beyond. */
export function lastStepOnAxis(run: Run): number {
  return Math.max(totalSteps(run), run.log.steps.at(run.log.length - 1) || 0, 1);
}

/** Steps to name under a chart: ends of epochs where at least two are in view, else round steps. */
export function stepMarks(run: Run, range: StepRange, most: number): readonly number[] {
  const span = range.last - range.first;
  if (span >= 2 * run.stepsPerEpoch) {
    const every = Math.max(1, Math.ceil(span / run.stepsPerEpoch / most)) * run.stepsPerEpoch;
    return multiples(every, range);
  }
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, span)));
  const every = [0.1, 0.2, 0.5, 1, 2, 5]
    .map((factor) => factor * unit)
    .find((step) => step >= 1 && span / step <= most);
  return multiples(every ?? 10 * unit, range);
}

function multiples(every: number, { first, last }: StepRange): readonly number[] {
  const start = Math.ceil(first / every);
  const end = Math.floor(last / every);
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, place) => (start + place) * every);
}
