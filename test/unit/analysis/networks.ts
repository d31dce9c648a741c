import type { NetworkDocument } from '../../../src/network/graph/document';
import { defaultTrainingSettings } from '../../../src/network/graph/trainingSettings';
import { defaultConfig } from '../../../src/network/layers/config';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { layerKind } from '../../../src/network/layers/registry';

/** A layer of a test network: its id, its kind, and settings that differ from the defaults. */
export type Layer = readonly [id: string, kind: string, config?: LayerConfig];

/** A network from layers and `from→to` pairs; a layer's inputs are numbered in the order of the pairs. */
export function network(layers: readonly Layer[], pairs: readonly string[]): NetworkDocument {
  const inputs = new Map<string, number>();
  return {
    name: 'Test',
    nodes: layers.map(([id, kind, config]) => ({
      id,
      kind,
      label: id,
      config: { ...defaultConfig(layerKind(kind)), ...config },
      position: { x: 0, y: 0 },
    })),
    edges: pairs.map((pair) => {
      const [from = '', to = ''] = pair.split('→');
      const input = inputs.get(to) ?? 0;
      inputs.set(to, input + 1);
      return { from, to, input };
    }),
    blocks: [],
    training: defaultTrainingSettings,
  };
}

/** Layers connected one behind the other. */
export function chainOf(layers: readonly Layer[]): NetworkDocument {
  return network(
    layers,
    layers.slice(1).map(([id], index) => `${layers[index]?.[0]}→${id}`),
  );
}

/** The smallest network that trains, with layers put in before its Dense layer. */
export function around(
  layers: readonly Layer[],
  head: readonly Layer[] = [['fc1', 'dense']],
): NetworkDocument {
  return chainOf([['input', 'input'], ...layers, ['flatten', 'flatten'], ...head, ['output', 'output']]);
}
