import type { Analysis } from '../../analysis/analysis';
import type { LayerEdge, NetworkDocument } from '../document';
import { findAdditions } from '../shortcuts/findShortcuts';
import { blockTree } from './blockTree';
import type { CopyPlan } from './copyPlan';

/**
 * A copy of a block that leaves shapes as they are: its shortcuts add their source as it is, so that what levelled the
 * shapes on them goes.
 */
export function withoutProjections(document: NetworkDocument, analysis: Analysis, plan: CopyPlan): CopyPlan {
  const inside = new Set(plan.nodes.map(({ id }) => id));
  const gone = new Set<string>();
  const joined: LayerEdge[] = [];
  const entered: Pick<LayerEdge, 'to' | 'input'>[] = [];
  for (const shortcut of findAdditions(document, analysis).flatMap(({ shortcuts }) => shortcuts)) {
    const { layers, add, from, edges } = shortcut;
    if (layers.length === 0 || !inside.has(add) || !layers.every((id) => inside.has(id))) continue;
    const last = edges.find(({ to }) => to === add);
    if (last === undefined) continue;
    for (const id of layers) gone.add(id);
    if (inside.has(from)) joined.push({ from, to: add, input: last.input });
    else entered.push({ to: add, input: last.input });
  }
  if (gone.size === 0) return plan;
  const nodes = plan.nodes.filter(({ id }) => !gone.has(id));
  const tree = blockTree({ blocks: plan.blocks, nodes });
  return {
    ...plan,
    nodes,
    blocks: plan.blocks.filter(({ id }) => tree.layers(id).length > 0),
    edges: [...plan.edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to)), ...joined],
    entering: [...plan.entering.filter(({ to }) => !gone.has(to)), ...entered],
  };
}
