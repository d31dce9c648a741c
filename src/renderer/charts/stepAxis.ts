import type { Run } from '../training/run';
import { totalSteps } from '../training/run';

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
