import { create } from 'zustand';
import { type ConnectionStart, possibleEnds } from '../../network/graph/possibleEnds';
import { useEditor } from '../editor/editorStore';

interface ConnectionTargets {
  /** The layers that the connection being made may lead to; null while none is being made. */
  readonly possible: ReadonlySet<string> | null;
  /** The layer that a picker points at. */
  readonly aimed: string | null;
}

/** Where a connection that is being made may lead: the canvas shows these cards, and dims the others. */
export const useConnectionTargets = create<ConnectionTargets>(() => ({ possible: null, aimed: null }));

export function markTargets(start: ConnectionStart): void {
  const possible = possibleEnds(useEditor.getState().history.document, start);
  useConnectionTargets.setState({ possible, aimed: null });
}

export function aimAt(layer: string | null): void {
  useConnectionTargets.setState({ aimed: layer });
}

export function clearTargets(): void {
  useConnectionTargets.setState({ possible: null, aimed: null });
}

/** How a card stands to the connection that is being made. */
export function useTargetState(layer: string): 'aimed' | 'possible' | 'impossible' | undefined {
  return useConnectionTargets(({ possible, aimed }) => {
    if (possible === null) return undefined;
    if (!possible.has(layer)) return 'impossible';
    return aimed === layer ? 'aimed' : 'possible';
  });
}
