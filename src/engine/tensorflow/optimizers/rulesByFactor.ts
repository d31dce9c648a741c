import type { TrainingSettings } from '../../../network/graph/trainingSettings';
import type { GraphBuilder } from '../graph/graphBuilder';
import { updateRule } from './optimizer';
import type { StepInputs, UpdateRule } from './updateRule';

/** The update rule for weights whose learning rate is multiplied by a factor; each factor's stands in the graph once. */
export function rulesByFactor(
  graph: GraphBuilder,
  { learningRate, step }: StepInputs,
  { optimizer, weightDecay }: TrainingSettings,
): (factor: number) => UpdateRule {
  const rules = new Map<number, UpdateRule>();
  return (factor) => {
    const known = rules.get(factor);
    if (known !== undefined) return known;
    const rule = graph.inScope('optimizer', () => {
      const rate =
        factor === 1 ? learningRate : graph.float('Mul', [learningRate, graph.constant(factor)], []);
      return updateRule(graph, { learningRate: rate, step }, optimizer, weightDecay);
    });
    rules.set(factor, rule);
    return rule;
  };
}
