import type { Tensor } from '@tensorflow/tfjs-core';
import type { ClassicOps } from '../../../network/layers/classicOps';
import { adaptiveAveragePool2d } from './adaptivePooling';
import { localResponseNorm } from './localResponseNorm';
import type { OperationContext } from './operationContext';
import { spreadKernel } from './spreadKernel';
import { negativeSquaredDistances } from './squaredDistances';

/** Ops of the classic networks. */
export function classicOps(context: OperationContext): ClassicOps<Tensor> {
  return {
    localResponseNorm: (x, options) => localResponseNorm(context, x, options),
    adaptiveAveragePool2d: (x, extents) => adaptiveAveragePool2d(context, x, extents),
    spreadKernel: (kernel, table) => spreadKernel(context, kernel, table),
    negativeSquaredDistances: (x, centres) => negativeSquaredDistances(context, x, centres),
  };
}
