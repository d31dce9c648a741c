import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import type { TrainingSettings } from '../../../src/network/graph/trainingSettings';
import { nothingObserved, type Observation } from '../../../src/network/health/observation';
import type { NodeSnapshot, Snapshot, WeightSnapshot } from '../../../src/network/health/snapshot';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { checkSettings } from '../../../src/network/templates/template';
import { findTemplate } from '../../../src/network/templates/templates';

/** A template's network with settings of its own. */
export function network(id: string, settings: LayerConfig = {}): NetworkDocument {
  const template = findTemplate(id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  const checked = checkSettings(template, settings);
  if ('problem' in checked) throw new Error(checked.problem.message);
  return template.create(checked.config);
}

export function trainedBy(document: NetworkDocument, settings: Partial<TrainingSettings>): NetworkDocument {
  return { ...document, training: { ...document.training, ...settings } };
}

/** How a snapshot is made up: log₁₀‖∂L/∂a‖ by the share of the way from the first layer, 0, to the last, 1. */
export interface MadeUp {
  readonly step?: number;
  readonly log10Gradient?: (way: number) => number;
  readonly node?: (kind: string, id: string) => Partial<NodeSnapshot>;
  readonly updateRatio?: number;
}

/** A healthy snapshot, but for what is made up. */
export function snapshot(
  document: NetworkDocument,
  { step = 10, log10Gradient = () => -1, node = () => ({}), updateRatio = 1e-3 }: MadeUp = {},
): Snapshot {
  const { nodes, order } = analyse(document);
  const kinds = new Map(document.nodes.map((layer) => [layer.id, layer]));
  const deepest = Math.max(...[...nodes.values()].map(({ depth }) => depth));
  return {
    step,
    nodes: order.map((id): NodeSnapshot => {
      const [layer, analysed] = [kinds.get(id), nodes.get(id)];
      const kernel = analysed?.weights.some(({ decays }) => decays) ?? false;
      const depth = analysed?.depth ?? 0;
      return {
        id,
        label: layer?.label ?? id,
        kind: layer?.kind ?? '',
        depth: kernel ? depth : null,
        gradientNorm: layer?.kind === 'input' ? Number.NaN : 10 ** log10Gradient((depth - 1) / (deepest - 1)),
        activationMean: 0.3,
        activationDeviation: 0.3,
        zeroShare: 0.5,
        ...node(layer?.kind ?? '', id),
      };
    }),
    weights: order.flatMap((id) =>
      (nodes.get(id)?.weights ?? []).flatMap(({ name, trainable }): WeightSnapshot[] =>
        trainable ? [{ node: id, name, gradientNorm: 0.1, norm: 1, updateRatio }] : [],
      ),
    ),
  };
}

export function observed(document: NetworkDocument, seen: Partial<Observation> = {}): Observation {
  return {
    ...nothingObserved,
    document,
    analysis: analyse(document),
    snapshots: [snapshot(document)],
    ...seen,
  };
}
