/** What a person does with the selected layers together. */

import { shiftLayers } from '../../network/graph/blocks/moveItems';
import { parseLayers, serialiseLayers } from '../../network/graph/clipping';
import { copyOffset, duplicateLayers, type PasteResult, pasteLayers } from '../../network/graph/paste';
import { tidyLayout } from '../../network/graph/tidy/tidyLayout';
import { useView } from '../canvas/viewStore';
import { t } from '../language/t';
import { useEditor } from './editorStore';
import { useNotice } from './noticeStore';

/** The selected layers as text, with the connections among them; null where no layer is selected. */
export function selectionAsText(): string | null {
  const { history, selection } = useEditor.getState();
  return selection.nodes.length === 0 ? null : serialiseLayers(history.document, selection.nodes);
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
  if (selection.nodes.length > 0) take(duplicateLayers(history.document, selection.nodes));
}

export function selectAll(): void {
  const { history, select } = useEditor.getState();
  select({ nodes: history.document.nodes.map(({ id }) => id), edges: [] });
}

/** Puts the whole network in order, and into view. */
export function tidy(): void {
  const { history, analysis, apply, structureLocked } = useEditor.getState();
  apply(tidyLayout(history.document, analysis));
  if (!structureLocked) useView.getState().fit();
}

/** Moves the selected layers by some px; steps in a row are one entry of the history. */
export function nudgeSelection(right: number, down: number): void {
  const { history, selection, apply } = useEditor.getState();
  const changes = shiftLayers(history.document, selection.nodes, { x: right, y: down });
  apply({ label: t`Move ${whatIs(selection.nodes)}`, changes }, `nudge ${selection.nodes.join(' ')}`);
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
  select({ nodes: result.ids, edges: [] });
  const [first] = result.ids;
  if (first !== undefined) bringIntoView(first);
}
