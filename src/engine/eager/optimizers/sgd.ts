import type { UpdateRule } from './updateRule';

/** W ← W − η g */
export function sgd(): UpdateRule {
  return {
    slots: [],
    apply({ weight, gradient }, { learningRate }) {
      for (let index = 0; index < weight.length; index++)
        weight[index] = (weight[index] ?? 0) - learningRate * (gradient[index] ?? 0);
    },
  };
}
