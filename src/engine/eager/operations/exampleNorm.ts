import type { Tensor } from '@tensorflow/tfjs-core';
import type { NormalisationOps } from '../../../network/layers/normalisationOps';
import { scaleByGradients } from '../gradients/scaleBy';
import { allocate, floats } from '../heap';
import { biasAdd } from './linear';
import type { OperationContext } from './operationContext';
import { lastExtent } from './shapes';
import { standardise } from './standardise';

/** The normalisations that look at one example by itself. */
export function normalisationOps(context: OperationContext): NormalisationOps<Tensor> {
  return {
    layerNorm(x, scale, offset, { epsilon }) {
      const sets = { positions: 1, groups: 1, channels: scale.size };
      return biasAdd(context, scaleBy(context, standardise(context, x, sets, epsilon), scale), offset);
    },
    groupNorm(x, scale, offset, { groups, epsilon }) {
      const [batch = 1] = x.shape;
      const channels = lastExtent(x);
      const sets = { positions: x.size / (batch * channels), groups, channels: channels / groups };
      return biasAdd(context, scaleBy(context, standardise(context, x, sets, epsilon), scale), offset);
    },
  };
}

/** x · scale, which has the shape of x's last axes. */
function scaleBy({ wasm, tape }: OperationContext, x: Tensor, scale: Tensor): Tensor {
  const y = allocate(wasm, x.shape);
  const [source, factors, target] = [floats(wasm, x), floats(wasm, scale), floats(wasm, y)];
  for (let start = 0; start < target.length; start += factors.length)
    for (let place = 0; place < factors.length; place++)
      target[start + place] = (source[start + place] ?? 0) * (factors[place] ?? 0);
  const gradients = scaleByGradients(wasm, x, scale);
  return tape.record(y, [
    { tensor: x, gradient: gradients.x },
    { tensor: scale, gradient: gradients.scale },
  ]);
}
