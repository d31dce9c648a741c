import type { Tensor } from '@tensorflow/tfjs-core';
import type { NormalisationOps } from '../../../network/layers/normalisationOps';
import { biasAdd } from './linear';
import type { OperationContext } from './operationContext';
import { scaleBy } from './scaleBy';
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
