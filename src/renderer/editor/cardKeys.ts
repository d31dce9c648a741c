/** What the keyboard does on the canvas's cards. */

import { editNote } from '../notes/noteActions';
import { isCollapsedCard, openCard } from './blockActions';
import { useEditor } from './editorStore';
import { focusCard, focusForm } from './focus';
import { keepsKeys } from './keyTarget';
import { type Direction, neighbour } from './neighbours';
import { seenNetwork } from './seenNetwork';
import { nothingSelected } from './selection';

/** Opens the block whose card has the focus, has a note written, or goes to the settings of the layer. */
export function openOrEdit(): void {
  const { activeElement } = document;
  const { layer: key, note = onlyNote() } = activeElement instanceof HTMLElement ? activeElement.dataset : {};
  if (note !== undefined && key === undefined) editNote(note);
  else if (key !== undefined && isCollapsedCard(key)) openCard(key);
  else focusForm();
}

/** The note that is selected, where nothing else is. */
function onlyNote(): string | undefined {
  const { nodes, notes = [] } = useEditor.getState().selection;
  return nodes.length === 0 && notes.length === 1 ? notes[0] : undefined;
}

/** From the form back to the card, and from the card to nothing selected. */
export function goBack(): void {
  const { selection, select } = useEditor.getState();
  const last = selection.nodes.at(-1);
  if (keepsKeys(document.activeElement) && last !== undefined) focusCard(last);
  else select(nothingSelected);
}

/** Selects the card that a direction leads to, alone or besides the others, and moves the focus along. */
export function moveSelection(direction: Direction, besides: boolean): void {
  const { history, selection, select, bringIntoView } = useEditor.getState();
  const seen = seenNetwork(history.document);
  const last = selection.nodes.at(-1);
  const from = last === undefined ? seen.nodes[0]?.id : seen.cardOf(last);
  const to = from === undefined ? null : neighbour(seen, from, direction);
  const next = to ?? (selection.nodes.length === 0 ? from : undefined);
  if (next === undefined) return;
  const layers = seen.layersOf(next);
  const others = besides ? selection.nodes.filter((id) => !layers.includes(id)) : [];
  select({ nodes: [...others, ...layers], edges: [] });
  const [first] = layers;
  if (first === undefined) return;
  focusCard(first);
  bringIntoView(first);
}
