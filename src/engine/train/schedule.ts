import { assertNever } from '../../network/assertNever';
import type { TrainingSettings } from '../../network/graph/trainingSettings';

export interface ScheduleContext {
  readonly stepsPerEpoch: number;
  /** All steps of the run, epochs that were added later included: a cosine stretches to the new end. */
  readonly totalSteps: number;
}

/**
 * The learning rate η at a step (0-based): schedule · warm-up, with e = ⌊step / steps per epoch⌋, w warm-up steps
 * and T steps in all.
 * - constant: η₀
 * - step: η₀ · factor^⌊e / everyEpochs⌋
 * - cosine: η₀ · (f + (1 − f) · ½ (1 + cos πt)), t = (step − w) / (T − w), 0 before the warm-up's end
 *   (Loshchilov & Hutter 2017, eq. 5, one period)
 * - warm-up: the first w steps are multiplied by (step + 1) / w (Goyal et al. 2017, §2.2)
 */
export function learningRateAt(
  {
    learningRate,
    schedule,
    warmUpSteps,
  }: Pick<TrainingSettings, 'learningRate' | 'schedule' | 'warmUpSteps'>,
  step: number,
  { stepsPerEpoch, totalSteps }: ScheduleContext,
): number {
  const warmUp = step < warmUpSteps ? (step + 1) / warmUpSteps : 1;
  return learningRate * warmUp * share();

  function share(): number {
    switch (schedule.type) {
      case 'constant':
        return 1;
      case 'step':
        return schedule.factor ** Math.floor(Math.floor(step / stepsPerEpoch) / schedule.everyEpochs);
      case 'cosine': {
        const length = Math.max(1, totalSteps - warmUpSteps);
        const progress = Math.min(1, Math.max(0, (step - warmUpSteps) / length));
        const height = (1 + Math.cos(Math.PI * progress)) / 2;
        return schedule.finalFraction + (1 - schedule.finalFraction) * height;
      }
      default:
        return assertNever(schedule);
    }
  }
}
