/** What a person does with the selected layers together. */

import { shiftLayers } from '../../network/graph/blocks/moveItems';
import { parseLayers, serialiseLayers } from '../../network/graph/clipping';
import { shiftNotes } from '../../network/graph/notes/noteEdits';
import { withNotesBeside } from '../../network/graph/notes/notesBeside';
import { copyOffset, duplicateLayers, type PasteResult, pasteLayers } from '../../network/graph/paste';
import { setTagged } from '../../network/graph/tags/tagEdits';
import { tidyLayout } from '../../network/graph/tidy/tidyLayout';
import { useView } from '../canvas/viewStore';
import { t } from '../language/t';
import { noteKey } from '../notes/noteKeys';
import { withTheirTags } from './cardSelection';
import { useEditor } from './editorStore';
import { useNotice } from './noticeStore';

/** The selected layers and notes as text, with the connections among them; null where none is selected. */
export function selectionAsText(): string | null {
  const { history, selection } = useEditor.getState();
  const { nodes, notes = [] } = selection;
  return nodes.length + notes.length === 0
    ? null
    : serialiseLayers(history.document, withTheirTags(nodes), notes);
}

/** Adds the layers that a text holds, and selects them; where it holds none, says so over the canvas. */
export function pasteText(text: string): void {
  const { document } = useEditor.getState().history;
  const parsed = parseLayers(text);
  if ('problem' in parsed) useNotice.getState().show(parsed.problem);
  else take(pasteLayers(document, parsed.layers, { offset: copyOffset }));
}

export function duplicateSelection(): void {
  const { history, selection } = useEditor.getState();
  const { nodes, notes = [] } = selection;
  if (nodes.length + notes.length > 0) take(duplicateLayers(history.document, withTheirTags(nodes), notes));
}

export function selectAll(): void {
  const { history, select } = useEditor.getState();
  const { nodes, notes = [] } = history.document;
  select({ nodes: nodes.map(({ id }) => id), edges: [], notes: notes.map(({ id }) => id) });
}

/** Puts the whole network in order, and into view. */
export function tidy(): void {
  const { history, analysis, apply, structureLocked } = useEditor.getState();
  apply(withNotesBeside(history.document, tidyLayout(history.document, analysis)));
  if (!structureLocked) useView.getState().fit();
}

/** Draws normalisations and activations as tags on the cards before them, or as cards again, in order and in view. */
export function toggleTags(): void {
  const { history, analysis, apply } = useEditor.getState();
  const { document } = history;
  apply(withNotesBeside(document, setTagged(document, analysis, document.tagged !== true)));
  useView.getState().fit();
}

/** Moves the selected layers by some px; steps in a row are one entry of the history. */
export function nudgeSelection(right: number, down: number): void {
  const { history, selection, apply } = useEditor.getState();
  const { nodes, notes = [] } = selection;
  const by = { x: right, y: down };
  const changes = [
    ...shiftLayers(history.document, withTheirTags(nodes), by),
    ...shiftNotes(history.document, notes, by),
  ];
  const label = nodes.length === 0 ? t`Move note` : t`Move ${whatIs(nodes)}`;
  apply({ label, changes }, `nudge ${[...nodes, ...notes].join(' ')}`);
}

/** The only layer of these by its name, or how many they are. */
function whatIs(layers: readonly string[]): string {
  const [only] = layers;
  const { nodes } = useEditor.getState().history.document;
  const label = layers.length === 1 ? nodes.find(({ id }) => id === only)?.label : undefined;
  return label ?? t`${layers.length} layers`;
}

function take(result: PasteResult): void {
  const { apply, select, bringIntoView, structureLocked } = useEditor.getState();
  if ('problem' in result) {
    useNotice.getState().show(result.problem);
    return;
  }
  apply(result.edit);
  if (structureLocked) return;
  select({ nodes: result.ids, edges: [], notes: result.notes });
  const [layer] = result.ids;
  const [note] = result.notes;
  const first = layer ?? (note === undefined ? undefined : noteKey(note));
  if (first !== undefined) bringIntoView(first);
}
