import { useReactFlow } from '@xyflow/react';
import { type DragEvent, useCallback, useState } from 'react';
import type { LayerEdge, Position } from '../../network/graph/document';
import { findLayerKind, layerKind } from '../../network/layers/registry';
import { dropOwnBlock } from '../blocks/ownBlockActions';
import { dropLayer, dropOnLayer, insertLayerOn } from '../editor/layerActions';
import { blockKind } from '../editor/seenNetwork';
import { blockDragType } from '../palette/OwnBlockItem';
import { layerDragType } from '../palette/PaletteItem';
import { usePalette } from '../palette/paletteStore';
import { positionAround } from './cardGeometry';
import { edgeAt, layerAt } from './connectionTarget';

/** The layer that would be put down where the pointer is. */
export interface Ghost {
  /** A layer kind's id, or that of blocks. */
  readonly kind: string;
  readonly label: string;
  readonly position: Position;
  /** The edge that it would be inserted on. */
  readonly edge: LayerEdge | null;
  /** The layer that it would follow. */
  readonly behind: string | null;
}

/** Dragging layers from the palette: onto free ground, onto an edge to insert, or onto a card to follow it. */
export function useLayerDrop() {
  const flow = useReactFlow();
  const [ghost, setGhost] = useState<Ghost | null>(null);

  const place = useCallback(
    (event: DragEvent, kind: string, label: string): Ghost => ({
      kind,
      label,
      position: positionAround(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })),
      edge: edgeAt(event.clientX, event.clientY),
      behind: layerUnder(event, kind),
    }),
    [flow],
  );

  const onDragOver = (event: DragEvent) => {
    const { dragged, draggedBlock } = usePalette.getState();
    const kind = draggedBlock === null ? dragged : blockKind;
    const { types } = event.dataTransfer;
    if (kind === null || !(types.includes(layerDragType) || types.includes(blockDragType))) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const next = place(event, kind, draggedBlock?.label ?? layerKind(kind).label);
    setGhost((before) => (before !== null && sameGhost(before, next) ? before : next));
  };
  const onDragLeave = (event: DragEvent) => {
    const into = event.relatedTarget;
    if (!(into instanceof Node) || !event.currentTarget.contains(into)) setGhost(null);
  };
  const onDrop = (event: DragEvent) => {
    const kind = event.dataTransfer.getData(layerDragType);
    const block = event.dataTransfer.getData(blockDragType);
    setGhost(null);
    if (block !== '') {
      event.preventDefault();
      dropOwnBlock(block, place(event, blockKind, ''));
      return;
    }
    if (kind === '') return;
    event.preventDefault();
    const { position, edge, behind } = place(event, kind, '');
    if (edge !== null) insertLayerOn(edge, kind, position);
    else if (behind !== null) dropOnLayer(kind, behind);
    else dropLayer(kind, position);
  };
  return { ghost, onDragOver, onDragLeave, onDrop };
}

/**
 * What a layer that can follow another would follow on the card at the pointer: the last of its tags, but with a
 * normalisation the card's own layer, since norms stand before activations.
 */
function layerUnder({ clientX, clientY }: DragEvent, kind: string): string | null {
  const found = findLayerKind(kind);
  if (found?.inputs === 'none') return null;
  return layerAt(clientX, clientY, found?.category === 'normalization' ? 'target' : 'source');
}

function sameGhost(left: Ghost, right: Ghost): boolean {
  return (
    left.kind === right.kind &&
    left.label === right.label &&
    left.edge === right.edge &&
    left.behind === right.behind &&
    left.position.x === right.position.x &&
    left.position.y === right.position.y
  );
}
