import type { Optimizer } from '../../../network/graph/trainingSettings';
import type { GraphBuilder } from '../graph/graphBuilder';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import { type StepInputs, slot, type UpdateRule } from './updateRule';

/** s ← ρ s + (1 − ρ) g², m ← μ m + η g / √(s + ε), W ← W − m (Hinton 2012, lecture 6e) */
export function rmsprop(
  graph: GraphBuilder,
  { learningRate }: StepInputs,
  { decay, momentum, epsilon }: Extract<Optimizer, { type: 'rmsprop' }>,
): UpdateRule {
  const settings = [decay, momentum, epsilon].map((value) => graph.constant(value));
  return {
    slots: ['meanSquare', 'momentum'],
    apply: (update) =>
      graph.operation({
        op: 'ResourceApplyRMSProp',
        inputs: [
          update.weight.handle,
          slot(update, 0),
          slot(update, 1),
          learningRate,
          ...settings,
          update.gradient,
        ],
        after: update.after,
        attributes: { T: attribute.type(DataType.float) },
      }),
  };
}
