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
      const now = flowEdge(edge, {
        shortcut: shortcuts.has(edge),
        selected: selected.some((other) => sameEdge(edge, other)),
        colourBy,
      });
      const before = drawn.get(edge);
      next.set(edge, before !== undefined && drawnAlike(before, now) ? before : now);
    }
    drawn = next;
    return [...next.values()];
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

function drawnAlike(left: FlowEdge, right: FlowEdge): boolean {
  return (
    left.type === right.type &&
    left.selected === right.selected &&
    left.data?.shortcut === right.data?.shortcut
  );
}

/** Ids can't hold ">", so that this is unique. */
export function edgeId({ from, to, input }: LayerEdge): string {
  return `${from}>${to}>${input}`;
}
