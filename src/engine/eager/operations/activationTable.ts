import type { Tensor } from '@tensorflow/tfjs-core';
import type { ActivationOps, GeluForm } from '../../../network/layers/activationOps';
import { normalDensity, normalShareBelow } from './normalDistribution';
import type { OperationContext } from './operationContext';
import { prelu } from './prelu';
import { type Curve, valueByValue } from './valueByValue';

/** The further activations of the op set. */
export function activationOps(context: OperationContext): ActivationOps<Tensor> {
  return {
    relu6: (x) => valueByValue(context, x, relu6),
    prelu: (x, slopes) => prelu(context, x, slopes),
    elu: (x, alpha) => valueByValue(context, x, elu(alpha)),
    gelu: (x, form) => valueByValue(context, x, gelu[form]),
    silu: (x) => valueByValue(context, x, silu),
    softplus: (x) => valueByValue(context, x, softplus),
  };
}

const relu6: Curve = {
  value: (x) => Math.min(Math.max(x, 0), 6),
  slope: (x) => (x > 0 && x < 6 ? 1 : 0),
};

function elu(alpha: number): Curve {
  return {
    value: (x) => (x > 0 ? x : alpha * Math.expm1(x)),
    slope: (x) => (x > 0 ? 1 : alpha * Math.exp(x)),
  };
}

const tanhScale = Math.sqrt(2 / Math.PI);
const tanhCube = 0.044715;

function geluTanh(x: number): number {
  return Math.tanh(tanhScale * (x + tanhCube * x ** 3));
}

const gelu: Readonly<Record<GeluForm, Curve>> = {
  exact: {
    value: (x) => x * normalShareBelow(x),
    slope: (x) => normalShareBelow(x) + x * normalDensity(x),
  },
  tanh: {
    value: (x) => 0.5 * x * (1 + geluTanh(x)),
    slope(x) {
      const tanh = geluTanh(x);
      return 0.5 * (1 + tanh + x * (1 - tanh * tanh) * tanhScale * (1 + 3 * tanhCube * x * x));
    },
  },
};

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

const silu: Curve = {
  value: (x) => x * sigmoid(x),
  slope(x) {
    const share = sigmoid(x);
    return share * (1 + x * (1 - share));
  },
};

const softplus: Curve = {
  value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  slope: sigmoid,
};
