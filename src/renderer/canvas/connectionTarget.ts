import { type ConnectionCheck, checkConnection } from '../../network/graph/connect';
import type { NetworkDocument } from '../../network/graph/document';
import type { ConnectionStart } from '../../network/graph/possibleEnds';

/** The layer whose card lies under a point of the window, or null. */
export function layerAt(x: number, y: number): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const id = element.closest('.react-flow__node')?.getAttribute('data-id');
    if (id) return id;
  }
  return null;
}

/** Source and target of a connection that was started at either end. */
export function connectionEnds(start: ConnectionStart, other: string): { from: string; to: string } {
  return start.type === 'source' ? { from: start.node, to: other } : { from: other, to: start.node };
}

export function checkEnds(network: NetworkDocument, start: ConnectionStart, other: string): ConnectionCheck {
  const { from, to } = connectionEnds(start, other);
  return checkConnection(network, from, to);
}
