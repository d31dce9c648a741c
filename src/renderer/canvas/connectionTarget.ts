import { type ConnectionCheck, checkConnection } from '../../network/graph/connect';
import type { LayerEdge, NetworkDocument } from '../../network/graph/document';
import type { ConnectionStart } from '../../network/graph/possibleEnds';
import { useEditor } from '../editor/editorStore';
import { type SeenNetwork, seenNetwork } from '../editor/seenNetwork';
import { noteOf } from '../notes/noteKeys';
import { isFrame } from './blocks/flowFrames';
import { edgeId } from './flowEdges';

/** Key of the card that lies under a point of the window, or null. */
export function cardAt(x: number, y: number): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const id = element.closest('.react-flow__node')?.getAttribute('data-id');
    if (id && !isFrame(id) && noteOf(id) === null) return id;
  }
  return null;
}

/** The layer at one end of a connection whose card lies under a point of the window, or null. */
export function layerAt(x: number, y: number, end: 'source' | 'target' = 'target'): string | null {
  const card = cardAt(x, y);
  return card === null ? null : seenNow().endOf(card, end);
}

/** The layer at one end of a connection that React Flow draws at a card; null where a block has several. */
export function endAt(card: string, end: 'source' | 'target'): string | null {
  return seenNow().endOf(card, end);
}

function seenNow(): SeenNetwork {
  return seenNetwork(useEditor.getState().history.document);
}

/** Point of the window at the card's right edge, in px. */
export function cardCorner(layer: string): { x: number; y: number } {
  const card = document
    .querySelector(`[data-layer="${CSS.escape(seenNow().cardOf(layer))}"]`)
    ?.getBoundingClientRect();
  return card === undefined ? { x: 0, y: 0 } : { x: card.right, y: card.top + card.height / 2 };
}

/**
 * The connection at a point of the window, ports that lie over it notwithstanding; none on a card, or where the line
 * stands for several that lead into a collapsed block.
 */
export function edgeAt(x: number, y: number): LayerEdge | null {
  const elements = document.elementsFromPoint(x, y);
  if (elements.some((element) => element.matches('[data-layer]'))) return null;
  const drawn = elements.find((element) => element.closest('.react-flow__edge') !== null);
  const id = drawn?.closest('.react-flow__edge')?.getAttribute('data-id');
  const seen = seenNow();
  const line = seen.edges.find((candidate) => edgeId(candidate) === id);
  const [only, ...others] = line === undefined ? [] : seen.edgesOf(line);
  return others.length > 0 ? null : (only ?? null);
}

/** Whether the canvas itself lies under a point of the window, or no more than a connection: no control over it. */
export function isOnGround(x: number, y: number): boolean {
  return document.elementFromPoint(x, y)?.closest('.react-flow__renderer') != null;
}

/** Source and target of a connection that was started at either end. */
export function connectionEnds(start: ConnectionStart, other: string): { from: string; to: string } {
  return start.type === 'source' ? { from: start.node, to: other } : { from: other, to: start.node };
}

export function checkEnds(network: NetworkDocument, start: ConnectionStart, other: string): ConnectionCheck {
  const { from, to } = connectionEnds(start, other);
  return checkConnection(network, from, to);
}
