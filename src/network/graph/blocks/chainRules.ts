import { findLayerKind } from '../../layers/registry';
import type { LayerNode } from '../document';
import { nearestAllowed } from '../fieldValues';

/** What becomes of strides and channels along a chain of copies. */
export const chainRules = ['stage', 'pyramid', 'same'] as const;
export type ChainRule = (typeof chainRules)[number];

/** Each rule in words. */
export const chainRuleLabels: Readonly<Record<ChainRule, { readonly label: string; readonly help: string }>> =
  {
    stage: {
      label: 'Stage',
      help: 'The first keeps stride and channels. Those behind have stride 1 and as many channels as come in, and their shortcuts no projection, as in the stages of a ResNet.',
    },
    pyramid: {
      label: 'Pyramid',
      help: 'Each doubles the channels and halves height and width of the one before.',
    },
    same: { label: 'Exact copies', help: 'All settings stay as they are.' },
  };

/** A copy's layer as in a stage: with stride 1, and so that a pool leaves height and width as they are. */
export function unstrided(layer: LayerNode): LayerNode {
  const { strides } = layer.config;
  if (!Array.isArray(strides) || strides.every((stride) => stride === 1)) return layer;
  const pads = Object.hasOwn(layer.config, 'poolSize') && { padding: 'same' };
  return { ...layer, config: { ...layer.config, strides: strides.map(() => 1), ...pads } };
}

/** A copy's layer with so many times the channels, as far as its kind allows. */
export function widened(layer: LayerNode, times: number): LayerNode {
  const fields = findLayerKind(layer.kind)?.fields ?? {};
  const config = { ...layer.config };
  for (const name of ['filters', 'channels']) {
    const [field, value] = [fields[name], config[name]];
    if (field !== undefined && typeof value === 'number') config[name] = nearestAllowed(field, value * times);
  }
  return { ...layer, config };
}

/** A layer that halves height and width, where it can have a stride. */
export function halving(layer: LayerNode): LayerNode {
  const { strides } = layer.config;
  return Array.isArray(strides) && strides.every((stride) => stride === 1)
    ? { ...layer, config: { ...layer.config, strides: strides.map(() => 2) } }
    : layer;
}
