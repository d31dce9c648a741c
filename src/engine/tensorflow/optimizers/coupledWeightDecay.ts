import type { GraphBuilder } from '../graph/graphBuilder';
import type { UpdateRule } from './updateRule';

/** Weight decay as the gradient of λ/2 ‖W‖²: λ W is added to the gradient before the rule sees it. */
export function coupledWeightDecay(graph: GraphBuilder, rule: UpdateRule, weightDecay: number): UpdateRule {
  if (weightDecay === 0) return rule;
  const lambda = graph.constant(weightDecay);
  return {
    slots: rule.slots,
    apply(update) {
      if (!update.decays) return rule.apply(update);
      const { weight, gradient } = update;
      const pull = graph.float('Mul', [weight.value, lambda], weight.shape);
      return rule.apply({ ...update, gradient: graph.float('AddV2', [gradient, pull], weight.shape) });
    },
  };
}
