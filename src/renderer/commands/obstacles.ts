/** Why a command can't be done now, in a sentence or two; null where it can. */
import { useEditor } from '../editor/editorStore';
import { t } from '../language/t';

export type Obstacle = () => string | null;

/** The first that stands in the way. */
export function firstOf(...obstacles: readonly Obstacle[]): Obstacle {
  return () => {
    for (const obstacle of obstacles) {
      const why = obstacle();
      if (why !== null) return why;
    }
    return null;
  };
}

export function lockedByRun(): string | null {
  return useEditor.getState().structureLocked
    ? t`The network is training, and a run keeps the network it started with. Stop the run first.`
    : null;
}

/** As lockedByRun, but for notes by themselves, which no run holds. */
export function lockedUnlessNotes(): string | null {
  const { nodes, edges, notes = [] } = useEditor.getState().selection;
  return nodes.length + edges.length === 0 && notes.length > 0 ? null : lockedByRun();
}

export function emptyNetwork(): string | null {
  return useEditor.getState().history.document.nodes.length === 0 ? t`The network has no layers yet.` : null;
}

export function noLayerSelected(): string | null {
  return useEditor.getState().selection.nodes.length === 0 ? t`Select a layer first.` : null;
}

export function notOneSelected(): string | null {
  return useEditor.getState().selection.nodes.length === 1 ? null : t`Select a single layer first.`;
}

export function fewerSelected(least: number): Obstacle {
  return () =>
    useEditor.getState().selection.nodes.length < least
      ? t`Select ${least} layers or more first: hold Shift and drag around them.`
      : null;
}

/** Layers or notes, which can be copied and moved. */
export function nothingToTake(): string | null {
  const { nodes, notes = [] } = useEditor.getState().selection;
  return nodes.length + notes.length === 0 ? t`Select a layer or a note first.` : null;
}

export function nothingSelected(): string | null {
  const { nodes, edges, notes = [] } = useEditor.getState().selection;
  return nodes.length + edges.length + notes.length === 0
    ? t`Select a layer, a connection or a note first.`
    : null;
}
