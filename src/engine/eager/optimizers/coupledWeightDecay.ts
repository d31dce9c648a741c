import type { UpdateRule } from './updateRule';

/** Weight decay as the gradient of λ/2 ‖W‖²: λ W is added to the gradient before the rule sees it. */
export function coupledWeightDecay(rule: UpdateRule, weightDecay: number): UpdateRule {
  if (weightDecay === 0) return rule;
  return {
    slots: rule.slots,
    apply(update, values) {
      const { weight, gradient, decays } = update;
      if (!decays) return rule.apply(update, values);
      const pulled = gradient.map((slope, index) => slope + weightDecay * (weight[index] ?? 0));
      rule.apply({ ...update, gradient: pulled }, values);
    },
  };
}
