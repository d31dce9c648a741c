import type { ClassicOps } from '../../../network/layers/classicOps';
import type { GraphTensor } from '../graph/graphTensor';
import { adaptiveAveragePool2d } from './adaptivePooling';
import { localResponseNorm } from './localResponseNorm';
import type { OperationContext } from './operationContext';
import { spreadKernel } from './spreadKernel';
import { negativeSquaredDistances } from './squaredDistances';

/** Ops of the classic networks as graph nodes. */
export function classicOps(context: OperationContext): ClassicOps<GraphTensor> {
  return {
    localResponseNorm: (x, options) => localResponseNorm(context, x, options),
    adaptiveAveragePool2d: (x, extents) => adaptiveAveragePool2d(context, x, extents),
    spreadKernel: (kernel, table) => spreadKernel(context, kernel, table),
    negativeSquaredDistances: (x, centres) => negativeSquaredDistances(context, x, centres),
  };
}
