import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import type { Position } from '../../../network/graph/document';
import type { ConnectionStart } from '../../../network/graph/possibleEnds';
import { layerKind } from '../../../network/layers/registry';
import { useEditor } from '../../editor/editorStore';
import { seenNetwork } from '../../editor/seenNetwork';
import { positionAround } from '../cardGeometry';
import { cardAt, cardCorner, isOnGround } from '../connectionTarget';
import { usePicker } from './pickerStore';

/**
 * Asks on request which layer is to be added: on free ground under the pointer, connected behind the selected layer;
 * with the pointer elsewhere, into the row behind that layer.
 */
export function usePickHere(canvas: RefObject<HTMLElement | null>): void {
  const flow = useReactFlow();
  const pointer = useRef<Position | null>(null);
  const picks = usePicker((state) => state.picksHere);
  useEffect(() => {
    const note = ({ clientX, clientY }: PointerEvent): void => {
      pointer.current = { x: clientX, y: clientY };
    };
    window.addEventListener('pointermove', note, { passive: true });
    return () => window.removeEventListener('pointermove', note);
  }, []);
  useEffect(() => {
    if (picks === 0) return;
    const { pickLayer } = usePicker.getState();
    const start = startAtSelected();
    const at = pointer.current;
    if (at !== null && isOnGround(at.x, at.y) && cardAt(at.x, at.y) === null)
      pickLayer(at, positionAround(flow.screenToFlowPosition(at)), start);
    else if (start !== null) pickLayer(cardCorner(start.node), null, start);
    else if (canvas.current !== null) pickLayer(middleOf(canvas.current), null, null);
  }, [canvas, flow, picks]);
}

/** The selected layer, or the one where data leaves the selected block; null where nothing can follow. */
function startAtSelected(): ConnectionStart | null {
  const { history, selection } = useEditor.getState();
  const { cardOf, endOf } = seenNetwork(history.document);
  const last = selection.nodes.at(-1);
  const node = last === undefined ? null : endOf(cardOf(last), 'source');
  const kind = history.document.nodes.find(({ id }) => id === node)?.kind;
  if (node === null || kind === undefined || layerKind(kind).terminal === true) return null;
  return { type: 'source', node };
}

function middleOf(element: Element): Position {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
