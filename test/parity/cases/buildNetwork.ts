import type { LayerEdge, LayerNode, NetworkDocument } from '../../../src/network/graph/document';
import { defaultTrainingSettings, type TrainingSettings } from '../../../src/network/graph/trainingSettings';
import { checkConfig } from '../../../src/network/layers/config';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { layerKind } from '../../../src/network/layers/registry';

export interface LayerLine {
  readonly id: string;
  readonly kind: string;
  readonly config?: LayerConfig;
  /** Ids of the layers that feed it; the line before where absent. */
  readonly from?: readonly string[];
}

/** A document from lines, one for each layer. */
export function buildNetwork(
  lines: readonly LayerLine[],
  training: Partial<TrainingSettings> = {},
): NetworkDocument {
  const nodes = lines.map(({ id, kind, config = {} }): LayerNode => {
    const checked = checkConfig(layerKind(kind), config);
    if ('problem' in checked) throw new Error(`${id}: ${checked.problem.message}`);
    return { id, kind, label: id, config: checked.config, position: { x: 0, y: 0 } };
  });
  const edges = lines.flatMap(({ id, kind, from }, index): LayerEdge[] => {
    const before = lines[index - 1];
    if (layerKind(kind).inputs === 'none') return [];
    const sources = from ?? (before === undefined ? [] : [before.id]);
    return sources.map((source, input) => ({ from: source, to: id, input }));
  });
  return { name: 'test', nodes, edges, blocks: [], training: { ...defaultTrainingSettings, ...training } };
}
