/** What a person does to find layers. */
import { openAround } from '../../network/graph/blocks/openAround';
import { isBlockKey } from '../../network/graph/blocks/visibleItems';
import { useEditor } from '../editor/editorStore';
import { focusCard } from '../editor/focus';
import { isTyping } from '../editor/keyTarget';
import { seenNetwork } from '../editor/seenNetwork';
import { useFind } from './findStore';
import { layersFound } from './foundLayers';

/** Opens the bar, or leads back into it. */
export function openFind(): void {
  const { selection } = useEditor.getState();
  useFind.setState(({ asked }) => ({ open: true, from: selection.nodes[0] ?? null, asked: asked + 1 }));
}

/** Closes the bar; false where it isn't open. The keyboard goes on at what was found. */
export function closeFind(): boolean {
  if (!useFind.getState().open) return false;
  useFind.setState({ open: false });
  const { selection } = useEditor.getState();
  const [first] = selection.nodes;
  if (first !== undefined) requestAnimationFrame(() => focusCard(first));
  return true;
}

/** Looks for what is typed, and shows the first from the layer on that was selected. */
export function searchFor(search: string): void {
  useFind.setState({ search });
  const { document } = useEditor.getState().history;
  const found = layersFound(document, search);
  const order = document.nodes.map(({ id }) => id);
  const here = order.indexOf(useFind.getState().from ?? '');
  const first = found.find((id) => order.indexOf(id) >= here) ?? found[0];
  useFind.setState({ current: first ?? null });
  if (first !== undefined) useEditor.getState().focusLayer(first);
}

/**
 * Goes to the next layer that was found (1) or the one before (−1), around the end. One that a collapsed block still
 * hides is shown first.
 */
export function findNext(by: 1 | -1): void {
  const { search, current } = useFind.getState();
  if (search.trim() === '') {
    openFind();
    return;
  }
  const found = layersFound(useEditor.getState().history.document, search);
  const place = found.indexOf(current ?? '');
  if (place < 0) show(by === 1 ? found[0] : found.at(-1));
  else if (isHidden(found[place] ?? '')) show(found[place]);
  else show(found[(place + by + found.length) % found.length]);
}

function isHidden(layer: string): boolean {
  return isBlockKey(seenNetwork(useEditor.getState().history.document).cardOf(layer));
}

/** Selects a layer and brings it into view, out of the collapsed blocks that hide it. */
function show(layer: string | undefined): void {
  if (layer === undefined) return;
  const { history, analysis, apply, focusLayer } = useEditor.getState();
  useFind.setState({ current: layer, from: layer });
  apply(openAround(history.document, analysis, layer));
  focusLayer(layer);
  if (!isTyping(document.activeElement)) focusCard(layer);
}
