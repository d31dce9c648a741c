import type { EdgeChange, NodeChange, ReactFlowProps } from '@xyflow/react';
import { type MouseEvent, useCallback, useMemo } from 'react';
import { moveBlock } from '../../network/graph/blocks/blockEdits';
import { moveCards } from '../../network/graph/blocks/moveItems';
import type { LayerEdge, Position } from '../../network/graph/document';
import { selectCard } from '../editor/cardSelection';
import { useEditor } from '../editor/editorStore';
import { seenNetwork } from '../editor/seenNetwork';
import { type Selection, sameEdge } from '../editor/selection';
import { selectNote } from '../notes/noteActions';
import { noteOf } from '../notes/noteKeys';
import { blockOfFrame } from './blocks/flowFrames';
import { layerPosition, snapped } from './cardGeometry';
import { edgeId, type FlowEdge } from './flowEdges';
import type { FlowNode } from './flowNodes';

const noNotes: readonly string[] = [];

/** All moves of one drag are one entry of the history. */
const dragKey = 'drag';

type ChangeHandlers = Pick<
  ReactFlowProps<FlowNode, FlowEdge>,
  'onNodesChange' | 'onEdgesChange' | 'onNodeClick' | 'onEdgeClick' | 'onNodeDragStop' | 'onSelectionDragStop'
>;

/** Takes moves and selections from the canvas into the editor. */
export function useCanvasChanges(nodes: readonly FlowNode[]): ChangeHandlers {
  const onNodesChange = useCallback(
    (changes: readonly NodeChange<FlowNode>[]) => {
      const { history, selection, apply, select } = useEditor.getState();
      const { document } = history;
      const positions: Record<string, Position> = {};
      let selected = selection.nodes;
      let notes = selection.notes ?? noNotes;
      const notePositions = new Map<string, Position>();
      let frame: { readonly node: FlowNode; readonly to: Position } | null = null;
      for (const change of changes) {
        const note = 'id' in change ? noteOf(change.id) : null;
        if (note !== null) {
          if (change.type === 'select') notes = toggled(notes, note, change.selected);
          if (change.type === 'position' && change.position)
            notePositions.set(note, snapped(change.position));
          continue;
        }
        if (change.type === 'position' && change.position !== undefined) {
          const node = nodes.find(({ id }) => id === change.id);
          if (node?.type === 'title') frame = { node, to: change.position };
          else if (node) positions[change.id] = layerPosition(change.position, sizeOf(node));
        }
        if (change.type === 'select')
          for (const layer of seenNetwork(document).layersOf(change.id))
            selected = toggled(selected, layer, change.selected);
      }
      if (selected !== selection.nodes || notes !== (selection.notes ?? noNotes))
        select({ ...selection, nodes: selected, notes });
      // A selected block is dragged by its title together with its cards, which move with it.
      if (frame !== null) moveFrame(frame.node, frame.to);
      else if (Object.keys(positions).length + notePositions.size > 0)
        apply(moveCards(document, positions, notePositions), dragKey);
    },
    [nodes],
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

/** Moves an open block with all that is in it, on the grid. */
function moveFrame({ id, position }: FlowNode, to: Position): void {
  const { history, apply } = useEditor.getState();
  const by = snapped({ x: to.x - position.x, y: to.y - position.y });
  apply(moveBlock(history.document, blockOfFrame(id), by), dragKey);
}

function endDrag(): void {
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

function sizeOf({ measured }: FlowNode): { width: number; height: number } {
  return { width: measured?.width ?? 0, height: measured?.height ?? 0 };
}
