import type { Optimizer } from '../../../network/graph/trainingSettings';
import { slot, type UpdateRule } from './updateRule';

/** s ← ρ s + (1 − ρ) g², m ← μ m + η g / √(s + ε), W ← W − m (Hinton 2012, lecture 6e) */
export function rmsprop({ decay, momentum, epsilon }: Extract<Optimizer, { type: 'rmsprop' }>): UpdateRule {
  const share = 1 - Math.fround(decay);
  return {
    slots: ['meanSquare', 'momentum'],
    apply(update, { learningRate }) {
      const { weight, gradient } = update;
      const [meanSquare, steps] = [slot(update, 0), slot(update, 1)];
      for (let index = 0; index < weight.length; index++) {
        const slope = gradient[index] ?? 0;
        const old = meanSquare[index] ?? 0;
        const square = Math.fround(old + (slope * slope - old) * share);
        const step = Math.fround(
          momentum * (steps[index] ?? 0) + (learningRate * slope) / Math.sqrt(square + epsilon),
        );
        meanSquare[index] = square;
        steps[index] = step;
        weight[index] = (weight[index] ?? 0) - step;
      }
    },
  };
}
