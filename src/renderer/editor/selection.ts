import type { LayerEdge, NetworkDocument } from '../../network/graph/document';

/** What is selected on the canvas. */
export interface Selection {
  readonly nodes: readonly string[];
  readonly edges: readonly LayerEdge[];
  /** Ids of notes; absent where none is selected. */
  readonly notes?: readonly string[];
}

export const nothingSelected: Selection = { nodes: [], edges: [] };

export function sameEdge(left: LayerEdge, right: LayerEdge): boolean {
  return left.from === right.from && left.to === right.to && left.input === right.input;
}

/** The selection without what the document doesn't hold any more. */
export function selectionWithin(document: NetworkDocument, selection: Selection): Selection {
  const ids = new Set(document.nodes.map((node) => node.id));
  const nodes = selection.nodes.filter((id) => ids.has(id));
  const edges = selection.edges.filter((edge) => document.edges.some((other) => sameEdge(edge, other)));
  const notes = (selection.notes ?? []).filter((id) => document.notes?.some((note) => note.id === id));
  const unchanged =
    nodes.length === selection.nodes.length &&
    edges.length === selection.edges.length &&
    notes.length === (selection.notes?.length ?? 0);
  return unchanged ? selection : { nodes, edges, ...(notes.length > 0 && { notes }) };
}
