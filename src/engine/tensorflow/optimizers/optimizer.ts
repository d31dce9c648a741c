import { assertNever } from '../../../network/assertNever';
import type { Optimizer } from '../../../network/graph/trainingSettings';
import type { GraphBuilder } from '../graph/graphBuilder';
import { adam } from './adam';
import { adamw } from './adamw';
import { coupledWeightDecay } from './coupledWeightDecay';
import { momentum } from './momentum';
import { rmsprop } from './rmsprop';
import { sgd } from './sgd';
import type { StepInputs, UpdateRule } from './updateRule';

/** The update rule of an optimizer with weight decay in its own form; docs/optimizers.md has the formulas. */
export function updateRule(
  graph: GraphBuilder,
  inputs: StepInputs,
  optimizer: Optimizer,
  weightDecay: number,
): UpdateRule {
  const coupled = (rule: UpdateRule): UpdateRule => coupledWeightDecay(graph, rule, weightDecay);
  switch (optimizer.type) {
    case 'sgd':
      return coupled(sgd(graph, inputs));
    case 'momentum':
      return coupled(momentum(graph, inputs, optimizer.momentum, false));
    case 'nesterov':
      return coupled(momentum(graph, inputs, optimizer.momentum, true));
    case 'rmsprop':
      return coupled(rmsprop(graph, inputs, optimizer));
    case 'adam':
      return coupled(adam(graph, inputs, optimizer));
    case 'adamw':
      return adamw(graph, inputs, optimizer, weightDecay);
    default:
      return assertNever(optimizer);
  }
}
