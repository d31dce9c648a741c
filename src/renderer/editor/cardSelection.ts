import { useEditor } from './editorStore';
import { seenNetwork } from './seenNetwork';

type EditorState = ReturnType<typeof useEditor.getState>;

/** Whether a card is the one in the tab order: that of the first selected layer, or the first. */
export function isSelectedCard({ selection, history }: EditorState, key: string): boolean {
  const seen = seenNetwork(history.document);
  const [first] = selection.nodes;
  return (first === undefined ? seen.nodes[0]?.id : seen.cardOf(first)) === key;
}

/** Selects what a card shows: a layer, or all layers of a block. */
export function selectCard(key: string): void {
  const { history, select } = useEditor.getState();
  select({ nodes: seenNetwork(history.document).layersOf(key), edges: [] });
}
