import { type Rect, useReactFlow, useStoreApi, type Viewport } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { noteBox } from '../../network/graph/notes/noteBox';
import { useEditor } from '../editor/editorStore';
import { focusCard } from '../editor/focus';
import { seenNetwork } from '../editor/seenNetwork';
import { noteOf } from '../notes/noteKeys';
import { cardPlace } from './cardGeometry';
import { useViewMoves } from './viewMoves';
import { isInView, readingZoom, relayoutMilliseconds } from './viewport';
import { useView } from './viewStore';

/** A move of the view to a layer. */
interface Move {
  /** What is seen at its end. */
  readonly view: Viewport;
  /** When it ends, in milliseconds of `performance.now`. */
  readonly until: number;
  /** Whether the keys led to it, and so have to be at its layer in the end. */
  readonly withKeys: boolean;
}

/**
 * Moves to a layer or note that was asked for, where it isn't in view, or will not be at the end of a move that is under
 * way: keys are quicker than moves.
 */
export function useAttention(): void {
  const flow = useReactFlow();
  const { centre } = useViewMoves();
  const store = useStoreApi();
  const attention = useEditor((state) => state.attention);
  const last = useRef<Move | null>(null);
  useEffect(() => {
    const card = attention === null ? null : placeOf(attention.node);
    // A fresh card isn't drawn yet, so the document tells where it will be.
    const { width, height } = store.getState();
    if (attention === null || card === null || width === 0) return;
    const now = performance.now();
    const underWay = last.current !== null && now < last.current.until ? last.current : null;
    const seen = underWay?.view ?? flow.getViewport();
    if (isInView(card, seen, { width, height })) return;
    useView.getState().leave();
    const zoom = Math.max(seen.zoom, readingZoom);
    const [x, y] = [card.x + card.width / 2, card.y + card.height / 2];
    const withKeys = document.activeElement?.matches('[data-layer]') === true || underWay?.withKeys === true;
    const milliseconds = relayoutMilliseconds();
    const view = { x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom };
    last.current = { view, until: now + milliseconds, withKeys };
    void centre(x, y, zoom, milliseconds).then(() => {
      // On its way a card may have been out of view, and so have lost the focus; the keys may have gone on since.
      if (withKeys && document.activeElement === document.body)
        focusCard(useEditor.getState().attention?.node ?? attention.node);
    });
  }, [flow, centre, store, attention]);
}

/** Where a layer's card lies, or a note; null where there is neither. */
function placeOf(key: string): Rect | null {
  const { document } = useEditor.getState().history;
  const note = document.notes?.find(({ id }) => id === noteOf(key));
  if (note !== undefined) return noteBox(note);
  const { nodes, cardOf } = seenNetwork(document);
  const layer = nodes.find(({ id }) => id === cardOf(key));
  return layer === undefined ? null : cardPlace(layer.position);
}
