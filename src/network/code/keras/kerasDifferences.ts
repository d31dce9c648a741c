import { layerKind } from '../../layers/registry';
import type { KerasNode } from './kerasNodes';

/** What comes out otherwise in Keras than in Layerwise, as an end of a README; empty where nothing does. */
export function kerasDifferences(nodes: readonly KerasNode[]): string {
  const differences = new Map(
    nodes.flatMap(({ node, layer }) =>
      layer.differs === undefined ? [] : [[layerKind(node.kind).label, layer.differs] as const],
    ),
  );
  const list = [...differences].map(([label, sentence]) => `- ${label}: ${sentence}`).join('\n');
  return list === '' ? '' : `\nOther than in Layerwise:\n\n${list}\n`;
}
