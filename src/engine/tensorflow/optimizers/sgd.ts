import type { GraphBuilder } from '../graph/graphBuilder';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import type { StepInputs, UpdateRule } from './updateRule';

/** W ← W − η g */
export function sgd(graph: GraphBuilder, { learningRate }: StepInputs): UpdateRule {
  return {
    slots: [],
    apply: ({ weight, gradient, after }) =>
      graph.operation({
        op: 'ResourceApplyGradientDescent',
        inputs: [weight.handle, learningRate, gradient],
        after,
        attributes: { T: attribute.type(DataType.float) },
      }),
  };
}
