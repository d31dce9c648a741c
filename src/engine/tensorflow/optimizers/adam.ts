import type { Optimizer } from '../../../network/graph/trainingSettings';
import type { GraphBuilder } from '../graph/graphBuilder';
import { toFloat } from '../operations/batchMean';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import { type StepInputs, slot, type UpdateRule } from './updateRule';

export type AdamSettings = Omit<Extract<Optimizer, { type: 'adam' | 'adamw' }>, 'type'>;

/**
 * m ← m + (1 − β₁)(g − m), v ← v + (1 − β₂)(g² − v), W ← W − η √(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√v + ε)
 * (Kingma & Ba 2015, the form at the end of §2). The powers follow from the step number t = step + 1.
 */
export function adam(
  graph: GraphBuilder,
  { learningRate, step }: StepInputs,
  { beta1, beta2, epsilon }: AdamSettings,
): UpdateRule {
  const betas = [graph.constant(beta1), graph.constant(beta2)];
  const smallest = graph.constant(epsilon);
  const count = graph.float('AddV2', [toFloat(graph, step), graph.constant(1)], []);
  const powers = betas.map((beta) => graph.float('Pow', [beta, count], []));
  return {
    slots: ['firstMoment', 'secondMoment'],
    apply: (update) =>
      graph.operation({
        op: 'ResourceApplyAdam',
        inputs: [
          update.weight.handle,
          slot(update, 0),
          slot(update, 1),
          ...powers,
          learningRate,
          ...betas,
          smallest,
          update.gradient,
        ],
        after: update.after,
        attributes: { T: attribute.type(DataType.float) },
      }),
  };
}
