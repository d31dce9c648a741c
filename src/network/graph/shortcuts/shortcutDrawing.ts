import { layerKind } from '../../layers/registry';
import { blockTree, commonBlock } from '../blocks/blockTree';
import type { LayerEdge, LayerNode, NetworkDocument, Position } from '../document';
import type { Change } from '../edits';
import { freeLayerName, takenNames } from '../layerName';
import { canvasGrid } from '../layout';
import { equalEdges, wire } from '../wiring';
import type { PlannedLayer } from './projection';

/** A shortcut to be drawn: from a layer, through these layers, to an edge, or to the Add that the edge leads to. */
export interface ShortcutPlace {
  readonly from: string;
  readonly edge: LayerEdge;
  readonly layers: readonly PlannedLayer[];
  /** Where the Add goes that is put on the edge. */
  readonly position: Position;
}

/** Distance in px from a row down to the projection beneath it: a card, and room for the connections between. */
export const projectionDrop = 110;

/** A shortcut as changes, and what they add. */
export interface DrawnShortcut {
  readonly changes: readonly Change[];
  /** The Add that the shortcut ends in. */
  readonly add: string;
  /** The layers on the shortcut, from its source on; empty where it adds its source as it is. */
  readonly projection: readonly LayerNode[];
}

/**
 * Draws a shortcut. The edge that is parted keeps its place among the edges, and the new layers stand behind its
 * source and in the block that the edge is in, so that taking the shortcut out again leaves everything as it was.
 */
export function drawShortcut(document: NetworkDocument, place: ShortcutPlace): DrawnShortcut {
  const { edge, from } = place;
  const end = document.nodes.find(({ id }) => id === edge.to);
  const joined = end?.kind === 'add' ? end : null;
  const taken = takenNames(document);
  const projection = projectionNodes(document, place, taken);
  const add = joined ?? newAdd(taken, place.position);
  const around = blockAt(document, edge);
  const block = around !== null && { block: around };
  const added = (joined === null ? [...projection, add] : projection).map((node) => ({ ...node, ...block }));
  const nodeIndex = document.nodes.findIndex(({ id }) => id === edge.from) + 1;
  const edgeIndex = document.edges.findIndex((other) => equalEdges(other, edge));
  const input = joined === null ? 1 : freeInput(document, joined.id);
  const shortcut = shortcutEdges(from, projection, { to: add.id, input });
  const wired = joined === null ? partedBy(edge, add.id, shortcut) : shortcut;
  const firstEdge = joined === null ? edgeIndex : edgeIndex + 1;
  return {
    add: add.id,
    projection,
    changes: [
      ...added.map((node, index): Change => ({ type: 'addNode', node, index: nodeIndex + index })),
      ...(joined === null ? [{ type: 'removeEdge', edge } as const] : []),
      ...wired.map((other, index): Change => ({ type: 'addEdge', edge: other, index: firstEdge + index })),
    ],
  };
}

/** The block that both ends of an edge are in. */
function blockAt(document: NetworkDocument, edge: LayerEdge): string | null {
  const ends = document.nodes.filter(({ id }) => id === edge.from || id === edge.to);
  return commonBlock(blockTree(document), ends);
}

function shortcutEdges(
  from: string,
  projection: readonly LayerNode[],
  end: { readonly to: string; readonly input: number },
): readonly LayerEdge[] {
  const sources = [from, ...projection.map(({ id }) => id)];
  return sources.map((source, index) => {
    const next = projection[index];
    return next === undefined ? { from: source, ...end } : { from: source, to: next.id, input: 0 };
  });
}

function partedBy(edge: LayerEdge, add: string, shortcut: readonly LayerEdge[]): readonly LayerEdge[] {
  return [{ from: edge.from, to: add, input: 0 }, ...shortcut, { from: add, to: edge.to, input: edge.input }];
}

/** The projection's layers, named proj1 and proj1_bn, or zeros1, and in a row beneath the layers that the shortcut passes. */
function projectionNodes(
  document: NetworkDocument,
  { layers, from, position }: ShortcutPlace,
  taken: Set<string>,
): readonly LayerNode[] {
  const { column, cardHeight } = canvasGrid;
  const source = document.nodes.find(({ id }) => id === from)?.position ?? position;
  const sameRow = Math.abs(source.y - position.y) < cardHeight && source.x < position.x;
  const left = sameRow ? source.x + column : position.x - column * layers.length;
  let number = 1;
  while (layers.some((_, index) => taken.has(nameAt(number, index)))) number += 1;
  return layers.map(({ kind, config }, index) => {
    const name = nameAt(number, index);
    taken.add(name);
    const at = { x: left + index * column, y: position.y + projectionDrop };
    return { id: name, kind, label: name, config, position: at };
  });

  function nameAt(free: number, index: number): string {
    const kind = layers[index]?.kind ?? '';
    const { stem } = layerKind(kind);
    if (kind === 'shortcutPad') return `${stem}${free}`;
    return index === 0 ? `proj${free}` : `proj${free}_${stem}`;
  }
}

function newAdd(taken: ReadonlySet<string>, position: Position): LayerNode {
  const name = freeLayerName(taken, layerKind('add'));
  return { id: name, kind: 'add', label: name, config: {}, position };
}

function freeInput(document: NetworkDocument, id: string): number {
  const taken = new Set(
    wire(document)
      .incoming(id)
      .map(({ input }) => input),
  );
  let input = 0;
  while (taken.has(input)) input += 1;
  return input;
}
