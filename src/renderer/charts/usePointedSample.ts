import { type MeasuredSteps, nearestSample } from './measuredSteps';
import type { StepRange } from './stepRange';
import { useStepView } from './stepView';

export interface PointedSample {
  steps: MeasuredSteps;
  /** Steps that are in view. */
  range: StepRange;
}

/** The sample next to the step that is pointed at in any chart; −1 where there is none in view. */
export function usePointedSample({ steps, range }: PointedSample): number {
  const pointed = useStepView((state) => state.pointed);
  if (pointed === null) return -1;
  const sample = nearestSample(steps, pointed);
  const step = steps.at(sample);
  return step >= range.first && step <= range.last ? sample : -1;
}
