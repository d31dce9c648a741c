import type { Optimizer } from '../../../network/graph/trainingSettings';
import { slot, type UpdateRule } from './updateRule';

export type AdamSettings = Omit<Extract<Optimizer, { type: 'adam' | 'adamw' }>, 'type'>;

/**
 * m ← m + (1 − β₁)(g − m), v ← v + (1 − β₂)(g² − v), W ← W − η √(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√v + ε)
 * (Kingma & Ba 2015, the form at the end of §2). The powers follow from the step number t = step + 1.
 */
export function adam({ beta1, beta2, epsilon }: AdamSettings): UpdateRule {
  const [first, second] = [Math.fround(beta1), Math.fround(beta2)];
  return {
    slots: ['firstMoment', 'secondMoment'],
    apply(update, { learningRate, step }) {
      const { weight, gradient } = update;
      const [firstMoment, secondMoment] = [slot(update, 0), slot(update, 1)];
      const remaining = (beta: number): number => 1 - Math.fround(beta ** (step + 1));
      const rate = (learningRate * Math.sqrt(remaining(second))) / remaining(first);
      for (let index = 0; index < weight.length; index++) {
        const slope = gradient[index] ?? 0;
        const [oldMean, oldSquare] = [firstMoment[index] ?? 0, secondMoment[index] ?? 0];
        const mean = Math.fround(oldMean + (slope - oldMean) * (1 - first));
        const square = Math.fround(oldSquare + (slope * slope - oldSquare) * (1 - second));
        firstMoment[index] = mean;
        secondMoment[index] = square;
        weight[index] = (weight[index] ?? 0) - (rate * mean) / (Math.sqrt(square) + epsilon);
      }
    },
  };
}
