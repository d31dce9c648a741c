import { useReactFlow } from '@xyflow/react';
import { type DragEvent, useCallback, useState } from 'react';
import type { LayerEdge, Position } from '../../network/graph/document';
import { layerKind } from '../../network/layers/registry';
import { dropLayer, dropOnLayer, insertLayerOn } from '../editor/layerActions';
import { layerDragType } from '../palette/PaletteItem';
import { usePalette } from '../palette/paletteStore';
import { positionAround } from './cardGeometry';
import { edgeAt, layerAt } from './connectionTarget';

/** The layer that would be put down where the pointer is. */
export interface Ghost {
  readonly kind: string;
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
    (event: DragEvent, kind: string): Ghost => ({
      kind,
      position: positionAround(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })),
      edge: edgeAt(event.clientX, event.clientY),
      behind: layerUnder(event, kind),
    }),
    [flow],
  );

  const onDragOver = (event: DragEvent) => {
    const kind = usePalette.getState().dragged;
    if (kind === null || !event.dataTransfer.types.includes(layerDragType)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const next = place(event, kind);
    setGhost((before) => (before !== null && sameGhost(before, next) ? before : next));
  };
  const onDragLeave = (event: DragEvent) => {
    const into = event.relatedTarget;
    if (!(into instanceof Node) || !event.currentTarget.contains(into)) setGhost(null);
  };
  const onDrop = (event: DragEvent) => {
    const kind = event.dataTransfer.getData(layerDragType);
    setGhost(null);
    if (kind === '') return;
    event.preventDefault();
    const { position, edge, behind } = place(event, kind);
    if (edge !== null) insertLayerOn(edge, kind, position);
    else if (behind !== null) dropOnLayer(kind, behind);
    else dropLayer(kind, position);
  };
  return { ghost, onDragOver, onDragLeave, onDrop };
}

/** The card at the pointer, for a layer that can follow another. */
function layerUnder({ clientX, clientY }: DragEvent, kind: string): string | null {
  return layerKind(kind).inputs === 'none' ? null : layerAt(clientX, clientY, 'source');
}

function sameGhost(left: Ghost, right: Ghost): boolean {
  return (
    left.kind === right.kind &&
    left.edge === right.edge &&
    left.behind === right.behind &&
    left.position.x === right.position.x &&
    left.position.y === right.position.y
  );
}
