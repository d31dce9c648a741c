import type { Wiring } from '../graph/wiring';
import type { NodeAnalysis } from './analysis';

/**
 * Says which layers training has no use for a gradient of: those with no trainable weight in them or before them. In a
 * network without frozen layers there is a gradient of all, for that is what people come to see.
 */
export function withoutNeedlessGradients(
  nodes: ReadonlyMap<string, NodeAnalysis>,
  order: readonly string[],
  wiring: Wiring,
): ReadonlyMap<string, NodeAnalysis> {
  if (![...nodes.values()].some(({ frozen, usedInTraining }) => usedInTraining && frozen > 0)) return nodes;
  const learning = new Set<string>();
  for (const id of order) {
    const trains = (nodes.get(id)?.trainable ?? 0) > 0;
    if (trains || wiring.incoming(id).some(({ from }) => learning.has(from))) learning.add(id);
  }
  return new Map([...nodes].map(([id, node]) => [id, { ...node, differentiated: learning.has(id) }]));
}
