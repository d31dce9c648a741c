import type { GraphBuilder } from '../graph/graphBuilder';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import { type StepInputs, slot, type UpdateRule } from './updateRule';

/**
 * v ← μ v + g, W ← W − η v (Polyak 1964), or with Nesterov's look-ahead W ← W − η (g + μ v), v being the new one
 * (Sutskever et al. 2013). The velocity holds gradients, not steps, so that a change of the learning rate acts at once.
 */
export function momentum(
  graph: GraphBuilder,
  { learningRate }: StepInputs,
  factor: number,
  nesterov: boolean,
): UpdateRule {
  const momentumFactor = graph.constant(factor);
  return {
    slots: ['velocity'],
    apply: (update) =>
      graph.operation({
        op: 'ResourceApplyMomentum',
        inputs: [update.weight.handle, slot(update, 0), learningRate, update.gradient, momentumFactor],
        after: update.after,
        attributes: { T: attribute.type(DataType.float), use_nesterov: attribute.bool(nesterov) },
      }),
  };
}
