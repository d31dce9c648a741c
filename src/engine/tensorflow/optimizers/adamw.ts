import type { GraphBuilder } from '../graph/graphBuilder';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import { type AdamSettings, adam } from './adam';
import type { StepInputs, UpdateRule } from './updateRule';

/**
 * Adam with decoupled weight decay (Loshchilov & Hutter 2019, Algorithm 2): W ← W − η λ W, then Adam's update.
 * TensorFlow has no op for it; a control edge puts the decay first.
 */
export function adamw(
  graph: GraphBuilder,
  inputs: StepInputs,
  settings: AdamSettings,
  weightDecay: number,
): UpdateRule {
  const rule = adam(graph, inputs, settings);
  if (weightDecay === 0) return rule;
  const rate = graph.float('Mul', [inputs.learningRate, graph.constant(weightDecay)], []);
  return {
    slots: rule.slots,
    apply(update) {
      if (!update.decays) return rule.apply(update);
      const { weight, after } = update;
      const shrinkage = graph.float('Mul', [weight.value, rate], weight.shape);
      const decay = graph.operation({
        op: 'AssignSubVariableOp',
        inputs: [weight.handle, shrinkage],
        after,
        attributes: { dtype: attribute.type(DataType.float) },
      });
      return rule.apply({ ...update, after: [...after, decay] });
    },
  };
}
