import { slot, type UpdateRule } from './updateRule';

/**
 * v ← μ v + g, W ← W − η v (Polyak 1964), or with Nesterov's look-ahead W ← W − η (g + μ v), v being the new one
 * (Sutskever et al. 2013). The velocity holds gradients, not steps, so that a change of the learning rate acts at once.
 */
export function momentum(factor: number, nesterov: boolean): UpdateRule {
  return {
    slots: ['velocity'],
    apply(update, { learningRate }) {
      const { weight, gradient } = update;
      const velocity = slot(update, 0);
      for (let index = 0; index < weight.length; index++) {
        const slope = gradient[index] ?? 0;
        const speed = Math.fround(factor * (velocity[index] ?? 0) + slope);
        velocity[index] = speed;
        weight[index] = (weight[index] ?? 0) - learningRate * (nesterov ? slope + factor * speed : speed);
      }
    },
  };
}
