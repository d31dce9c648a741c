import type { LayerConfig } from '../layers/fields';
import type { NetworkDocument } from './document';
import type { TrainingSettings } from './trainingSettings';

/** A network's structure and training settings without anything that a person has named or written, and no path. */
export interface NamelessNetwork {
  readonly layers: readonly {
    /** Place in the document, from 0. */
    readonly layer: number;
    readonly kind: string;
    readonly config: LayerConfig;
    /** Layers that it takes its inputs from, by their places. */
    readonly from: readonly number[];
    readonly frozen: boolean;
  }[];
  readonly blocks: number;
  readonly training: Omit<TrainingSettings, 'dataset'> & { readonly dataset: string };
  /** Where its first weights are from. */
  readonly startingWeights: 'drawn' | 'file' | 'run';
}

/** What a fault may hang on in a network, for those who look for it. */
export function namelessNetwork(document: NetworkDocument): NamelessNetwork {
  const { nodes, edges, blocks, training, startingWeights } = document;
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  return {
    layers: nodes.map(({ id, kind, config, frozen = false }, layer) => ({
      layer,
      kind,
      config,
      from: edges
        .filter(({ to }) => to === id)
        .sort((one, other) => one.input - other.input)
        .map(({ from }) => places.get(from) ?? -1),
      frozen,
    })),
    blocks: blocks.length,
    training: { ...training, dataset: training.dataset.type },
    startingWeights: startingWeights?.type ?? 'drawn',
  };
}

/** The same as JSON with one layer on each line. */
export function namelessNetworkText(document: NetworkDocument): string {
  const { layers, ...rest } = namelessNetwork(document);
  const lines = layers.map((layer) => `    ${JSON.stringify(layer)}`).join(',\n');
  return `${JSON.stringify(rest, null, 2).slice(0, -2)},\n  "layers": [\n${lines}\n  ]\n}`;
}
