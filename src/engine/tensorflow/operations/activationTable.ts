import type { ActivationOps } from '../../../network/layers/activationOps';
import type { GraphTensor } from '../graph/graphTensor';
import type { OperationContext } from './operationContext';
import { prelu, relu6 } from './rectifier';
import { elu, gelu, silu, softplus } from './smoothActivation';

/** The further activations of the op set as graph nodes. */
export function activationOps(context: OperationContext): ActivationOps<GraphTensor> {
  return {
    relu6: (x) => relu6(context, x),
    prelu: (x, slopes) => prelu(context, x, slopes),
    elu: (x, alpha) => elu(context, x, alpha),
    gelu: (x, form) => gelu(context, x, form),
    silu: (x) => silu(context, x),
    softplus: (x) => softplus(context, x),
  };
}
