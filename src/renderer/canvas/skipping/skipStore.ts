import { create } from 'zustand';
import type { LayerEdge, Position } from '../../../network/graph/document';

/** A shortcut that is being led: by the mouse, or by the arrow keys in a list. */
interface Skip {
  /** The layer that it starts at; null while none is led. */
  readonly from: string | null;
  /** Where the pointer is, in px of the window; null where a list leads it. */
  readonly pointer: Position | null;
  /** The connection that it would end on. */
  readonly edge: LayerEdge | null;
}

const none: Skip = { from: null, pointer: null, edge: null };

export const useSkip = create<Skip>(() => none);

export function leadSkip(from: string, edge: LayerEdge | null, pointer: Position | null): void {
  useSkip.setState({ from, edge, pointer });
}

export function endSkip(): void {
  useSkip.setState(none);
}
