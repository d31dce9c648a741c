import type { Edge } from '@xyflow/react';
import type { LayerEdge } from '../../network/graph/document';
import { sameEdge } from '../editor/selection';
import type { ColourBy } from './colourBy';
import { shortcutEdges } from './shortcutEdges';

export type FlowEdge = Edge<{ readonly edge: LayerEdge; readonly shortcut: boolean }, ColourBy>;

/**
 * Turns a document's edges into React Flow's. An edge that is drawn as before keeps its object, so that only those
 * that changed are drawn again; shortcuts are looked for only where the connections are others.
 */
export function createFlowEdges(): (
  edges: readonly LayerEdge[],
  selected: readonly LayerEdge[],
  colourBy: ColourBy,
) => FlowEdge[] {
  let drawn = new Map<LayerEdge, FlowEdge>();
  let known: readonly LayerEdge[] | null = null;
  let shortcuts: ReadonlySet<LayerEdge> = new Set();
  return (edges, selected, colourBy) => {
    if (known !== edges) shortcuts = shortcutEdges(edges);
    known = edges;
    const next = new Map<LayerEdge, FlowEdge>();
    for (const edge of edges) {
      const before = drawn.get(edge);
      const shortcut = shortcuts.has(edge);
      const chosen = selected.some((other) => sameEdge(edge, other));
      const same =
        before?.data?.shortcut === shortcut && before.selected === chosen && before.type === colourBy;
      next.set(edge, same ? before : flowEdge(edge, { shortcut, selected: chosen, colourBy }));
    }
    drawn = next;
    return Array.from(next.values());
  };
}

interface DrawnAs {
  readonly shortcut: boolean;
  readonly selected: boolean;
  readonly colourBy: ColourBy;
}

function flowEdge(edge: LayerEdge, { shortcut, selected, colourBy }: DrawnAs): FlowEdge {
  return {
    id: edgeId(edge),
    type: colourBy,
    source: edge.from,
    target: edge.to,
    data: { edge, shortcut },
    selected,
    focusable: false,
  };
}

/** Ids can't hold ">", so that this is unique. */
export function edgeId({ from, to, input }: LayerEdge): string {
  return `${from}>${to}>${input}`;
}
