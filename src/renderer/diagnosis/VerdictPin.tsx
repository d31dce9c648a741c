import { useStore, ViewportPortal } from '@xyflow/react';
import { cardPlace } from '../canvas/cardGeometry';
import { detailAt, hasLineAbove } from '../canvas/viewport';
import { useDock } from '../dock/dockStore';
import { useDocument } from '../editor/editorStore';
import { useSeenNetwork } from '../editor/seenNetwork';
import { say } from '../language/say';
import { useDiagnosis } from './diagnosisStore';
import { showLayers } from './showLayers';
import { useFits } from './useFits';
import styles from './VerdictPin.module.css';
import { severityIcons } from './verdictLook';

/** Distance from the card in px on the screen. */
const gap = 5;
/** Of a card's name, in px on the screen. */
const nameHeight = 14;

/** On the canvas, at the first layer that the gravest fault is about: its name and the fault's. */
export function VerdictPin() {
  const verdict = useDiagnosis(({ verdicts }) => verdicts.find(({ severity }) => severity === 'fault'));
  const fits = useFits();
  const zoom = useStore((state) => state.transform[2]);
  const document = useDocument();
  const { nodes, cardOf } = useSeenNetwork();
  const [first] = verdict?.nodes ?? [];
  const label = document.nodes.find(({ id }) => id === first)?.label;
  const card = first === undefined ? undefined : nodes.find(({ id }) => id === cardOf(first));
  if (verdict === undefined || first === undefined || label === undefined || card === undefined || !fits)
    return null;
  const Icon = severityIcons[verdict.severity];
  const words = `${label}: ${say(verdict.title).toLowerCase()}`;
  /** Over a tile, which has its name above it, there is no room for words beside the title of the next stage. */
  const small = detailAt(zoom) === 'tile';
  const { x, y, width, height } = cardPlace(card.position);
  const at = (across: number, along: number, aside: string) =>
    `translate(${across}px, ${along}px) scale(${1 / zoom}) ${aside}`;
  const overName = `translateY(-${gap + nameHeight}px)`;
  const place = (): string => {
    const middle = x + width / 2;
    // Above tiles there is room, over the name or the title of a stage where there is one.
    if (small)
      return at(
        middle,
        y,
        `translate(-50%, -100%) ${hasLineAbove(zoom) ? overName : `translateY(-${gap}px)`}`,
      );
    // So there is above the first row of larger cards, up to the title of the stage behind; between rows it is below.
    if (nodes.every(({ position }) => position.y > y - height))
      return at(x + width, y, `translate(-100%, -100%) ${overName}`);
    return at(middle, y + height, `translate(-50%, ${gap}px)`);
  };
  return (
    <ViewportPortal>
      <button
        type="button"
        className={`${styles['pin']} nodrag nopan`}
        style={{ transform: place() }}
        data-small={small}
        aria-label={words}
        title={say(verdict.evidence)}
        onClick={() => {
          showLayers([first]);
          useDock.getState().showTab('diagnosis');
        }}
      >
        <Icon size={12} aria-hidden="true" />
        {!small && words}
      </button>
    </ViewportPortal>
  );
}
