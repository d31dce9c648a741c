import type { Analysis } from '../../network/analysis/analysis';
import { visibleItems } from '../../network/graph/blocks/visibleItems';
import type { LayerEdge, LayerNode, NetworkDocument, Position } from '../../network/graph/document';
import { canvasGrid } from '../../network/graph/layout';
import type { LayerKind } from '../../network/layers/defineLayer';
import { layerKind } from '../../network/layers/registry';

/** Where a new layer goes: on an edge, behind a layer, or on its own. */
export type Placement =
  | { readonly type: 'onEdge'; readonly edge: LayerEdge; readonly position: Position }
  | { readonly type: 'behind'; readonly node: string; readonly position: Position }
  | { readonly type: 'alone'; readonly position: Position };

/**
 * Where a layer that is appended goes: behind the selected layer, or behind the last layer that others can
 * follow. Between two layers of a chain it goes on their connection, if it can pass data on.
 */
export function placeBehind(
  document: NetworkDocument,
  analysis: Analysis,
  selected: readonly string[],
  kind: LayerKind,
): Placement {
  const node = findNode(document, selected.at(-1)) ?? lastOpenNode(document, analysis);
  if (node === null) return { type: 'alone', position: freePosition(document, firstPosition) };
  const { items, itemOf } = visibleItems(document);
  const card = items.find(({ key }) => key === itemOf.get(node.id)) ?? node;
  const next = { x: card.position.x + canvasGrid.column, y: card.position.y };
  const [edge, ...others] = document.edges.filter(({ from }) => from === node.id);
  const passesOn = kind.inputs !== 'none' && kind.terminal !== true;
  if (edge !== undefined && others.length === 0 && passesOn) return { type: 'onEdge', edge, position: next };
  return { type: 'behind', node: node.id, position: freePosition(document, next) };
}

const firstPosition: Position = { x: canvasGrid.left, y: canvasGrid.top };

/** The first position from here to the right where a card covers no other. */
function freePosition(document: NetworkDocument, wanted: Position): Position {
  let x = wanted.x;
  const { items } = visibleItems(document);
  while (items.some(({ position }) => overlaps(position, { x, y: wanted.y }))) x += canvasGrid.column;
  return { x, y: wanted.y };
}

function overlaps(left: Position, right: Position): boolean {
  return (
    Math.abs(left.x - right.x) < canvasGrid.cardWidth && Math.abs(left.y - right.y) < canvasGrid.cardHeight
  );
}

function lastOpenNode(document: NetworkDocument, analysis: Analysis): LayerNode | null {
  const id = analysis.order.findLast((candidate) => {
    const node = findNode(document, candidate);
    return node !== null && layerKind(node.kind).terminal !== true;
  });
  return findNode(document, id);
}

function findNode(document: NetworkDocument, id: string | undefined): LayerNode | null {
  return document.nodes.find((node) => node.id === id) ?? null;
}
