import { assertNever } from '../../../network/assertNever';
import type { Optimizer } from '../../../network/graph/trainingSettings';
import { adam } from './adam';
import { adamw } from './adamw';
import { coupledWeightDecay } from './coupledWeightDecay';
import { momentum } from './momentum';
import { rmsprop } from './rmsprop';
import { sgd } from './sgd';
import type { UpdateRule } from './updateRule';

/** The update rule of an optimizer with weight decay in its own form; docs/optimizers.md has the formulas. */
export function updateRule(optimizer: Optimizer, weightDecay: number): UpdateRule {
  const coupled = (rule: UpdateRule): UpdateRule => coupledWeightDecay(rule, weightDecay);
  switch (optimizer.type) {
    case 'sgd':
      return coupled(sgd());
    case 'momentum':
      return coupled(momentum(optimizer.momentum, false));
    case 'nesterov':
      return coupled(momentum(optimizer.momentum, true));
    case 'rmsprop':
      return coupled(rmsprop(optimizer));
    case 'adam':
      return coupled(adam(optimizer));
    case 'adamw':
      return adamw(optimizer, weightDecay);
    default:
      return assertNever(optimizer);
  }
}
