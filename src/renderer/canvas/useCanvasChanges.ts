import {
  type EdgeChange,
  type NodeChange,
  type ReactFlowProps,
  type ReactFlowState,
  useStoreApi,
} from '@xyflow/react';
import { type MouseEvent, useCallback, useEffect, useMemo } from 'react';
import type { LayerEdge } from '../../network/graph/document';
import { selectCard } from '../editor/cardSelection';
import { useEditor } from '../editor/editorStore';
import { seenNetwork } from '../editor/seenNetwork';
import { type Selection, sameEdge } from '../editor/selection';
import { selectNote } from '../notes/noteActions';
import { noteOf } from '../notes/noteKeys';
import { edgeId, type FlowEdge } from './flowEdges';
import type { FlowNode } from './flowNodes';
import { followAltKey } from './snapping/altKey';
import { dragCards } from './snapping/dragCards';
import type { View } from './snapping/dragShift';
import { hideGuides } from './snapping/guidesStore';

const noNotes: readonly string[] = [];

type ChangeHandlers = Pick<
  ReactFlowProps<FlowNode, FlowEdge>,
  'onNodesChange' | 'onEdgesChange' | 'onNodeClick' | 'onEdgeClick' | 'onNodeDragStop' | 'onSelectionDragStop'
>;

/** Takes moves and selections from the canvas into the editor. */
export function useCanvasChanges(nodes: readonly FlowNode[]): ChangeHandlers {
  const store = useStoreApi();
  useEffect(followAltKey, []);
  const onNodesChange = useCallback(
    (changes: readonly NodeChange<FlowNode>[]) => {
      const { history, selection, select } = useEditor.getState();
      const seen = seenNetwork(history.document);
      let selected = selection.nodes;
      let notes = selection.notes ?? noNotes;
      for (const change of changes) {
        if (change.type !== 'select') continue;
        const note = noteOf(change.id);
        if (note !== null) notes = toggled(notes, note, change.selected);
        else
          for (const layer of seen.layersOf(change.id)) selected = toggled(selected, layer, change.selected);
      }
      if (selected !== selection.nodes || notes !== (selection.notes ?? noNotes))
        select({ ...selection, nodes: selected, notes });
      // At its end a drag tells once more where it has led.
      const moves = changes.flatMap((change) =>
        change.type === 'position' && change.dragging !== false ? [change] : [],
      );
      if (moves.length > 0) dragCards(nodes, moves, viewOf(store.getState()));
    },
    [nodes, store],
  );

  return useMemo(
    () => ({
      onNodesChange,
      onEdgesChange: releaseEdges,
      onNodeClick: selectOne,
      onEdgeClick: selectEdge,
      onNodeDragStop: endDrag,
      onSelectionDragStop: endDrag,
    }),
    [onNodesChange],
  );
}

function viewOf({ transform: [x, y, zoom], width, height }: ReactFlowState): View {
  return { zoom, seen: { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom } };
}

function endDrag(): void {
  hideGuides();
  useEditor.getState().endMerge();
}

/** A plain click on one of several selected cards selects it alone. */
function selectOne(event: MouseEvent, { id, type }: FlowNode): void {
  const { nodes, notes = [] } = useEditor.getState().selection;
  if (type === 'frame' || type === 'title' || adds(event) || nodes.length + notes.length < 2) return;
  const note = noteOf(id);
  if (note === null) selectCard(id);
  else selectNote(note);
}

function adds({ shiftKey, ctrlKey, metaKey }: MouseEvent): boolean {
  return shiftKey || ctrlKey || metaKey;
}

/**
 * Edges are selected by a click alone. React Flow selects the edges of layers in a marquee too, and deleting
 * those would keep the chain from being closed.
 */
function selectEdge(event: MouseEvent, { data }: FlowEdge): void {
  if (data === undefined) return;
  const { selection, select } = useEditor.getState();
  if (!adds(event)) select({ nodes: [], edges: data.edges });
  else select({ ...selection, edges: data.edges.reduce(toggledEdge, selection.edges) });
}

function releaseEdges(changes: readonly EdgeChange<FlowEdge>[]): void {
  const { selection, select } = useEditor.getState();
  const edges = selection.edges.filter((edge) => {
    const id = edgeId(edge);
    return !changes.some((change) => change.type === 'select' && !change.selected && change.id === id);
  });
  if (edges.length < selection.edges.length) select({ ...selection, edges });
}

function toggled(ids: Selection['nodes'], id: string, on: boolean): Selection['nodes'] {
  if (ids.includes(id) === on) return ids;
  return on ? [...ids, id] : ids.filter((other) => other !== id);
}

function toggledEdge(edges: Selection['edges'], edge: LayerEdge): Selection['edges'] {
  const others = edges.filter((other) => !sameEdge(edge, other));
  return others.length < edges.length ? others : [...edges, edge];
}
