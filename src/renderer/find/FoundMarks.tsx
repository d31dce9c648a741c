import { useStore, ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { FlowNode } from '../canvas/flowNodes';
import { useDocument } from '../editor/editorStore';
import { seenNetwork } from '../editor/seenNetwork';
import styles from './FoundMarks.module.css';
import { useFind } from './findStore';
import { useFoundLayers } from './foundLayers';

/** A card that shows what was found. */
interface Mark {
  readonly card: FlowNode;
  /** What is written on its corner: the place of the current one among all, or how many a block hides. */
  readonly text: string | null;
  readonly current: boolean;
}

/** Dashes around the cards that were found; around the current one a solid line, and its place among them. */
export function FoundMarks({ cards }: { cards: readonly FlowNode[] }) {
  const found = useFoundLayers();
  return found.length === 0 ? null : <Marked cards={cards} found={found} />;
}

function Marked({ cards, found }: { cards: readonly FlowNode[]; found: readonly string[] }) {
  const document = useDocument();
  const current = useFind((state) => state.current);
  const marks = useMemo((): readonly Mark[] => {
    const { cardOf } = seenNetwork(document);
    const shown = new Map<string, number>();
    for (const layer of found) shown.set(cardOf(layer), (shown.get(cardOf(layer)) ?? 0) + 1);
    const place = found.indexOf(current ?? '');
    const at = place < 0 ? null : cardOf(found[place] ?? '');
    return cards.flatMap((card): Mark[] => {
      const count = shown.get(card.id);
      if (count === undefined) return [];
      const hidden = card.type === 'block' ? `×${count}` : null;
      return [{ card, current: card.id === at, text: card.id === at ? `${place + 1}` : hidden }];
    });
  }, [document, cards, found, current]);
  // Lines keep their width on the screen.
  const zoom = useStore((state) => state.transform[2]);
  return (
    <ViewportPortal>
      <div className={styles['marks']} style={{ '--px': `${1 / Math.min(zoom, 1)}px` }} aria-hidden="true">
        {marks.map(({ card, current: is, text }) => (
          <FoundMark key={card.id} card={card} current={is} text={text} />
        ))}
      </div>
    </ViewportPortal>
  );
}

const FoundMark = memo(function FoundMark({ card, current, text }: Mark) {
  const { position, width = 0, height = 0 } = card;
  return (
    <div
      className={styles['mark']}
      data-current={current}
      style={{ width, height, transform: `translate(${position.x}px, ${position.y}px)` }}
    >
      {text !== null && <b>{text}</b>}
    </div>
  );
});
