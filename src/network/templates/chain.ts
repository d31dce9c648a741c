import type { LayerEdge, LayerNode } from '../graph/document';
import { layOutRows } from '../graph/layout';
import { defaultConfig } from '../layers/config';
import type { LayerConfig } from '../layers/fields';
import { layerKind } from '../layers/registry';

/** A layer of a chain: its id, which is its label too, its kind, and the settings that differ from the defaults. */
export interface ChainLink {
  readonly id: string;
  readonly kind: string;
  readonly config?: LayerConfig;
}

/** Layers connected one behind the other, each row of links in a row on the canvas. */
export function chain(rows: readonly (readonly ChainLink[])[]): {
  readonly nodes: readonly LayerNode[];
  readonly edges: readonly LayerEdge[];
} {
  const positions = layOutRows(rows.map((row) => row.length));
  const nodes = rows.flat().map(({ id, kind, config }, index): LayerNode => {
    const settings = { ...defaultConfig(layerKind(kind)), ...config };
    return { id, kind, label: id, config: settings, position: positions[index] ?? { x: 0, y: 0 } };
  });
  const edges = nodes
    .slice(1)
    .map(({ id }, index): LayerEdge => ({ from: nodes[index]?.id ?? id, to: id, input: 0 }));
  return { nodes, edges };
}
