import type { Edge } from '@xyflow/react';
import type { LayerEdge } from '../../network/graph/document';
import type { SeenNetwork } from '../editor/seenNetwork';
import { sameEdge } from '../editor/selection';
import { t } from '../language/t';
import type { DrawnEdge, DrawnEdges } from './drawnEdges';

/** `edges` are those of the document that the line stands for: several where it joins the card of a block. */
export type FlowEdge = Edge<
  { readonly edge: LayerEdge; readonly edges: readonly LayerEdge[]; readonly drawn: DrawnEdge },
  EdgeLook
>;

/** How connections are drawn: by their category, or by the gradient that flows back through them. */
type EdgeLook = 'category' | 'gradient';

/**
 * Turns edges, with the ways that they are drawn in, into React Flow's. An edge that is drawn as before keeps its
 * object, so that only those that changed are drawn again.
 */
export function createFlowEdges(): (
  edges: DrawnEdges,
  selected: readonly LayerEdge[],
  look: EdgeLook,
  edgesOf?: SeenNetwork['edgesOf'],
) => FlowEdge[] {
  let known = new Map<LayerEdge, FlowEdge>();
  return (edges, selected, look, edgesOf = (edge) => [edge]) => {
    const next = new Map<LayerEdge, FlowEdge>();
    for (const [edge, drawn] of edges) {
      const before = known.get(edge);
      const stoodFor = edgesOf(edge);
      const chosen =
        selected.length > 0 && selected.some((other) => stoodFor.some((own) => sameEdge(own, other)));
      const same =
        before?.data?.drawn === drawn &&
        before.selected === chosen &&
        before.type === look &&
        equalLists(before.data.edges, stoodFor);
      next.set(edge, same ? before : flowEdge(edge, { edges: stoodFor, drawn, selected: chosen, look }));
    }
    known = next;
    return Array.from(next.values());
  };
}

interface DrawnAs {
  readonly edges: readonly LayerEdge[];
  readonly drawn: DrawnEdge;
  readonly selected: boolean;
  readonly look: EdgeLook;
}

function equalLists(left: readonly LayerEdge[], right: readonly LayerEdge[]): boolean {
  return left.length === right.length && left.every((edge, index) => edge === right[index]);
}

function flowEdge(seen: LayerEdge, { edges, drawn, selected, look }: DrawnAs): FlowEdge {
  const [edge = seen] = edges;
  return {
    id: edgeId(edge),
    ariaLabel: t`Connection from ${edge.from} to ${edge.to}`,
    type: look,
    source: seen.from,
    target: seen.to,
    data: { edge, edges, drawn },
    selected,
    focusable: false,
  };
}

/** Ids can't hold ">", so that this is unique. */
export function edgeId({ from, to, input }: LayerEdge): string {
  return `${from}>${to}>${input}`;
}
