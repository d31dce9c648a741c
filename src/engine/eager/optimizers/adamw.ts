import { type AdamSettings, adam } from './adam';
import type { UpdateRule } from './updateRule';

/** Adam with decoupled weight decay (Loshchilov & Hutter 2019, Algorithm 2): W ← W − η λ W, then Adam's update. */
export function adamw(settings: AdamSettings, weightDecay: number): UpdateRule {
  const rule = adam(settings);
  if (weightDecay === 0) return rule;
  return {
    slots: rule.slots,
    apply(update, values) {
      const { weight, decays } = update;
      if (decays) {
        const kept = 1 - values.learningRate * weightDecay;
        for (let index = 0; index < weight.length; index++) weight[index] = (weight[index] ?? 0) * kept;
      }
      rule.apply(update, values);
    },
  };
}
