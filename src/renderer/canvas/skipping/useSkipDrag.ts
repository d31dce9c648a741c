import { useEffect } from 'react';
import type { LayerEdge } from '../../../network/graph/document';
import { layerKind } from '../../../network/layers/registry';
import { useEditor } from '../../editor/editorStore';
import { seenNetwork } from '../../editor/seenNetwork';
import { edgeAt, layerAt } from '../connectionTarget';
import { addShortcut } from './skipActions';
import { chooseSkipOption, readOption } from './skipOption';
import { endSkip, leadSkip, useSkip } from './skipStore';
import { useEdgePan } from './useEdgePan';

/** While a shortcut is dragged: follows the pointer, takes A, B and C, and draws it where it is let go. */
export function useSkipDrag(): void {
  const dragged = useSkip(({ from, pointer }) => (pointer === null ? null : from));
  useEdgePan(dragged !== null, leadTo);
  useEffect(() => {
    if (dragged === null) return;
    const follow = ({ clientX, clientY }: PointerEvent) => leadTo(clientX, clientY);
    const drop = ({ clientX, clientY }: PointerEvent) => {
      const edge = targetAt(clientX, clientY, dragged);
      endSkip();
      if (edge !== null) addShortcut(dragged, edge);
    };
    const press = (event: KeyboardEvent) => {
      const option = readOption(event.key);
      if (event.key === 'Escape') endSkip();
      else if (option !== null) chooseSkipOption(option);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', endSkip);
    window.addEventListener('blur', endSkip);
    window.addEventListener('keydown', press, true);
    return () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', endSkip);
      window.removeEventListener('blur', endSkip);
      window.removeEventListener('keydown', press, true);
    };
  }, [dragged]);
}

/** Leads the shortcut that is dragged to a point of the window. */
function leadTo(x: number, y: number): void {
  const { from } = useSkip.getState();
  if (from !== null) leadSkip(from, targetAt(x, y, from), { x, y });
}

/**
 * The connection under the pointer, or the first into the card under it: there the shortcut is added to what comes in. On
 * a card with tags that is in front of its activation, as where it has a card of its own.
 */
function targetAt(x: number, y: number, from: string): LayerEdge | null {
  const { document } = useEditor.getState().history;
  const { cardOf, tags } = seenNetwork(document);
  const card = layerAt(x, y);
  if (card === null) return edgeAt(x, y);
  if (cardOf(card) === cardOf(from)) return null;
  const last = tags.get(card)?.at(-1);
  const layer = last !== undefined && layerKind(last.kind).category === 'activation' ? last.id : card;
  const into = document.edges.filter(({ to }) => to === layer);
  return into.toSorted((left, right) => left.input - right.input)[0] ?? null;
}
