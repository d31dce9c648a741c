import type { Edge } from '@xyflow/react';
import type { LayerEdge } from '../../network/graph/document';
import { sameEdge } from '../editor/selection';
import type { ColourBy } from './colourBy';
import { shortcutEdges } from './shortcutEdges';

export type FlowEdge = Edge<{ readonly edge: LayerEdge; readonly shortcut: boolean }, ColourBy>;

/** A document's edges as React Flow holds them. */
export function flowEdges(
  edges: readonly LayerEdge[],
  selected: readonly LayerEdge[],
  colourBy: ColourBy,
): FlowEdge[] {
  const shortcuts = shortcutEdges(edges);
  return edges.map((edge) => ({
    id: edgeId(edge),
    type: colourBy,
    source: edge.from,
    target: edge.to,
    data: { edge, shortcut: shortcuts.has(edge) },
    selected: selected.some((other) => sameEdge(edge, other)),
    focusable: false,
  }));
}

/** Ids can't hold ">", so that this is unique. */
export function edgeId({ from, to, input }: LayerEdge): string {
  return `${from}>${to}>${input}`;
}
