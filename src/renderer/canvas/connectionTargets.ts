import { create } from 'zustand';
import type { LayerEdge, NetworkDocument } from '../../network/graph/document';
import { type ConnectionStart, possibleEnds } from '../../network/graph/possibleEnds';
import { withoutConnection } from '../../network/graph/reconnect';
import { useEditor } from '../editor/editorStore';

interface ConnectionTargets {
  /** The layers that the connection being made may lead to; null while none is being made. */
  readonly possible: ReadonlySet<string> | null;
  /** The layer that it starts at. */
  readonly start: string | null;
  /** The layer that a picker points at. */
  readonly aimed: string | null;
  /** The connection whose end is led elsewhere; null where a new one is made. */
  readonly led: LayerEdge | null;
}

const none: ConnectionTargets = { possible: null, start: null, aimed: null, led: null };

/** Where a connection that is being made may lead: the canvas shows these cards, and dims the others. */
export const useConnectionTargets = create<ConnectionTargets>(() => none);

/** The network that the connection being made is held against. */
export function networkToConnect(): NetworkDocument {
  const { document } = useEditor.getState().history;
  const { led } = useConnectionTargets.getState();
  return led === null ? document : withoutConnection(document, led);
}

export function leadElsewhere(led: LayerEdge | null): void {
  useConnectionTargets.setState({ led });
}

export function markTargets(start: ConnectionStart): void {
  const possible = possibleEnds(networkToConnect(), start);
  useConnectionTargets.setState({ possible, start: start.node, aimed: null });
}

export function aimAt(layer: string | null): void {
  useConnectionTargets.setState({ aimed: layer });
}

export function clearTargets(): void {
  useConnectionTargets.setState(none);
}

/** How a card stands to the connection that is being made. */
export function useTargetState(layer: string): 'aimed' | 'possible' | 'impossible' | undefined {
  return useConnectionTargets(({ possible, start, aimed }) => {
    if (possible === null || layer === start) return undefined;
    if (!possible.has(layer)) return 'impossible';
    return aimed === layer ? 'aimed' : 'possible';
  });
}
