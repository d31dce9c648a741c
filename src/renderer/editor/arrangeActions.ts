/** What a person does to put the selected cards in line. */
import type { Alignment } from '../../network/graph/arrange/alignBoxes';
import { alignCards, distributeCards } from '../../network/graph/arrange/arrangeCards';
import type { Axis } from '../../network/graph/arrange/axis';
import { useEditor } from './editorStore';
import { seenNetwork } from './seenNetwork';

/** Keys of the cards that show the selected layers: several of them may be in one collapsed block. */
export function selectedCards(): ReadonlySet<string> {
  const { history, selection } = useEditor.getState();
  const { cardOf } = seenNetwork(history.document);
  return new Set(selection.nodes.map(cardOf));
}

export function alignSelection(alignment: Alignment): void {
  const { history, apply } = useEditor.getState();
  apply(alignCards(history.document, selectedCards(), alignment));
}

export function distributeSelection(axis: Axis): void {
  const { history, apply } = useEditor.getState();
  apply(distributeCards(history.document, selectedCards(), axis));
}
