import type { LayerNode } from '../graph/document';
import { findLayerKind } from '../layers/registry';

type Kind = Pick<LayerNode, 'kind'>;

export function isActivation({ kind }: Kind): boolean {
  return findLayerKind(kind)?.category === 'activation';
}

export function isNorm({ kind }: Kind): boolean {
  return findLayerKind(kind)?.category === 'normalization' && kind !== 'localResponseNorm';
}

/** Sigmoid and tanh flatten out on both sides. */
export function squeezes({ kind }: Kind): boolean {
  return kind === 'sigmoid' || kind === 'tanh';
}

/** Passes positive values and cuts, or nearly, negative ones: half of the variance of values around 0 is lost. */
export function rectifies({ kind }: Kind): boolean {
  return ['relu', 'relu6', 'leakyRelu', 'prelu', 'elu', 'gelu', 'silu'].includes(kind);
}
