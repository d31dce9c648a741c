import { analyse } from '../analysis/analyse';
import type { Analysis } from '../analysis/analysis';
import type { LayerNode, NetworkDocument } from '../graph/document';
import { findAdditions } from '../graph/shortcuts/findShortcuts';
import type { TrainingSettings } from '../graph/trainingSettings';

/** In what two networks differ, and what they have in common. */
export interface TwinDifference {
  /** Each in a few words: "9 shortcuts", "learning rate 0.05 against 0.01"; empty where nothing differs. */
  readonly differences: readonly string[];
  /** Weights that begin with the same values in both, and all weights of the network that has more. */
  readonly sharedWeights: number;
  readonly weights: number;
}

interface Network {
  readonly document: NetworkDocument;
  readonly analysis: Analysis;
}

/** Compares two networks that are trained on equal terms. */
export function twinDifference(one: NetworkDocument, other: NetworkDocument): TwinDifference {
  const networks: readonly [Network, Network] = [
    { document: one, analysis: analyse(one) },
    { document: other, analysis: analyse(other) },
  ];
  return {
    differences: [
      ...shortcutDifference(networks),
      ...layerDifference(networks),
      ...settingDifference(one, other),
    ],
    ...sharedWeights(networks),
  };
}

function shortcutsOf({ document, analysis }: Network) {
  return findAdditions(document, analysis).flatMap(({ shortcuts }) => shortcuts);
}

function shortcutDifference([one, other]: readonly [Network, Network]): readonly string[] {
  const [few, many] = [shortcutsOf(one).length, shortcutsOf(other).length].sort((a, b) => a - b);
  if (few === undefined || many === undefined || few === many) return [];
  if (few > 0) return [`${many} shortcuts against ${few}`];
  return [`${many} ${many === 1 ? 'shortcut' : 'shortcuts'}`];
}

/** Layers that only one has, or that are set differently; those that belong to shortcuts are left out. */
function layerDifference(networks: readonly [Network, Network]): readonly string[] {
  const [one, other] = networks.map((network) => {
    const apart = new Set(shortcutsOf(network).flatMap(({ add, layers }) => [add, ...layers]));
    return new Map(network.document.nodes.filter(({ id }) => !apart.has(id)).map((node) => [node.id, node]));
  });
  if (one === undefined || other === undefined) return [];
  const added = [...other.values()].filter(({ id }) => !one.has(id) && !networks[0].analysis.nodes.has(id));
  const gone = [...one.values()].filter(({ id }) => !other.has(id) && !networks[1].analysis.nodes.has(id));
  const changed = [...one.values()].filter((node) => {
    const same = other.get(node.id);
    return same !== undefined && !sameLayer(node, same);
  });
  return [
    ...named(gone, 'only in the first'),
    ...named(added, 'only in the second'),
    ...named(changed, 'set differently'),
  ];
}

function named(nodes: readonly LayerNode[], how: string): readonly string[] {
  const [first, second, third] = nodes;
  if (first === undefined) return [];
  if (second === undefined) return [`${first.label} ${how}`];
  if (third === undefined) return [`${first.label} and ${second.label} ${how}`];
  return [`${nodes.length} layers ${how}`];
}

function sameLayer(one: LayerNode, other: LayerNode): boolean {
  const settings = ({ kind, config, frozen = false, learningRateFactor = 1 }: LayerNode) =>
    JSON.stringify([kind, config, frozen, learningRateFactor]);
  return settings(one) === settings(other);
}

/** Settings that equal terms leave to each network, in the words that people know them by. */
const settingNames: readonly (readonly [name: keyof TrainingSettings, words: string])[] = [
  ['optimizer', 'optimizer'],
  ['learningRate', 'learning rate'],
  ['schedule', 'schedule'],
  ['warmUpSteps', 'warm-up'],
  ['weightDecay', 'weight decay'],
  ['clipNorm', 'gradient clipping'],
];

function settingDifference(one: NetworkDocument, other: NetworkDocument): readonly string[] {
  const known = new Set<string>(settingNames.map(([name]) => name));
  const rest = Object.keys(one.training)
    .filter((name): name is keyof TrainingSettings => !known.has(name))
    .map((name) => [name, name] as const);
  return [...settingNames, ...rest].flatMap(([name, words]) => {
    const [left, right] = [one.training[name], other.training[name]];
    if (JSON.stringify(left) === JSON.stringify(right)) return [];
    return [`${words} ${settingText(left)} against ${settingText(right)}`];
  });
}

function settingText(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value);
  return entries
    .map(([name, part]) => (name === 'type' ? String(part) : `${name} ${String(part)}`))
    .join(' ');
}

/** Weights are drawn by seed, layer and name, so they begin alike where shape and initialiser are. */
function sharedWeights([one, other]: readonly [Network, Network]) {
  const [left, right] = [weightsOf(one), weightsOf(other)];
  const shared = [...left].filter(([name, drawn]) => right.get(name) === drawn).length;
  return { sharedWeights: shared, weights: Math.max(left.size, right.size) };
}

function weightsOf({ analysis }: Network): ReadonlyMap<string, string> {
  const weights = new Map<string, string>();
  for (const [node, { weights: all, usedInTraining }] of analysis.nodes)
    if (usedInTraining)
      for (const { name, shape, initialiser, fans } of all)
        weights.set(`${node}/${name}`, JSON.stringify([shape, initialiser, fans]));
  return weights;
}
