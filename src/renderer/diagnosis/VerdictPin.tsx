import { useStore, ViewportPortal } from '@xyflow/react';
import { cardPlace } from '../canvas/cardGeometry';
import { detailAt, hasNames } from '../canvas/viewport';
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
/** Of a tile's name, in px on the screen. */
const nameHeight = 12;

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
  const { x, y, width, height } = cardPlace(card.position);
  // Above tiles there is room, over the name where there is one; between larger cards it is below them.
  const above = detailAt(zoom) === 'tile';
  const [edge, aside] = above
    ? [y, `translate(-50%, -100%) translateY(-${hasNames(zoom) ? gap + nameHeight : gap}px)`]
    : [y + height, `translate(-50%, ${gap}px)`];
  return (
    <ViewportPortal>
      <button
        type="button"
        className={`${styles['pin']} nodrag nopan`}
        style={{ transform: `translate(${x + width / 2}px, ${edge}px) scale(${1 / zoom}) ${aside}` }}
        title={say(verdict.evidence)}
        onClick={() => {
          showLayers([first]);
          useDock.getState().showTab('diagnosis');
        }}
      >
        <Icon size={12} aria-hidden="true" />
        {label}: {say(verdict.title).toLowerCase()}
      </button>
    </ViewportPortal>
  );
}
