import type { Edge } from '@xyflow/react';
import type { LayerEdge } from '../../network/graph/document';
import { sameEdge } from '../editor/selection';
import type { ColourBy } from './colourBy';
import type { DrawnEdge, DrawnEdges } from './drawnEdges';

export type FlowEdge = Edge<{ readonly edge: LayerEdge; readonly drawn: DrawnEdge }, ColourBy>;

/**
 * Turns edges, with the ways that they are drawn in, into React Flow's. An edge that is drawn as before keeps its
 * object, so that only those that changed are drawn again.
 */
export function createFlowEdges(): (
  edges: DrawnEdges,
  selected: readonly LayerEdge[],
  colourBy: ColourBy,
) => FlowEdge[] {
  let known = new Map<LayerEdge, FlowEdge>();
  return (edges, selected, colourBy) => {
    const next = new Map<LayerEdge, FlowEdge>();
    for (const [edge, drawn] of edges) {
      const before = known.get(edge);
      const chosen = selected.some((other) => sameEdge(edge, other));
      const same = before?.data?.drawn === drawn && before.selected === chosen && before.type === colourBy;
      next.set(edge, same ? before : flowEdge(edge, { drawn, selected: chosen, colourBy }));
    }
    known = next;
    return Array.from(next.values());
  };
}

interface DrawnAs {
  readonly drawn: DrawnEdge;
  readonly selected: boolean;
  readonly colourBy: ColourBy;
}

function flowEdge(edge: LayerEdge, { drawn, selected, colourBy }: DrawnAs): FlowEdge {
  return {
    id: edgeId(edge),
    type: colourBy,
    source: edge.from,
    target: edge.to,
    data: { edge, drawn },
    selected,
    focusable: false,
  };
}

/** Ids can't hold ">", so that this is unique. */
export function edgeId({ from, to, input }: LayerEdge): string {
  return `${from}>${to}>${input}`;
}
