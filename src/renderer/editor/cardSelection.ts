import { useEditor } from './editorStore';
import { seenNetwork } from './seenNetwork';

type EditorState = ReturnType<typeof useEditor.getState>;

/** The one card in the tab order: that of the first selected layer, or the first; null on an empty canvas. */
export function tabStopCard({ selection, history }: EditorState): string | null {
  const seen = seenNetwork(history.document);
  const [first] = selection.nodes;
  return (first === undefined ? seen.nodes[0]?.id : seen.cardOf(first)) ?? null;
}

export function isTabStop(state: EditorState, key: string): boolean {
  return tabStopCard(state) === key;
}

/** Layers together with those that are tags on their cards: what goes where they go. */
export function withTheirTags(layers: readonly string[]): readonly string[] {
  const { tags } = seenNetwork(useEditor.getState().history.document);
  if (tags.size === 0) return layers;
  return [...new Set(layers.flatMap((id) => [id, ...(tags.get(id) ?? []).map((tag) => tag.id)]))];
}

/** Selects what a card shows: a layer, or all layers of a block. */
export function selectCard(key: string): void {
  const { history, select } = useEditor.getState();
  select({ nodes: seenNetwork(history.document).layersOf(key), edges: [] });
}
