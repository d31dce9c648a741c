import type { ReactNode } from 'react';
import type { Problem } from '../../network/analysis/analysis';
import type { LayerNode } from '../../network/graph/document';
import type { LayerKind } from '../../network/layers/defineLayer';
import { useEditor } from '../editor/editorStore';
import { isFrozen } from '../fineTuning/isFrozen';
import { useNodeGradient } from '../gradients/useNodeGradient';
import { useNodeVerdict } from '../gradients/useNodeVerdict';
import { useCardValue } from '../quantities/cardValue';
import { quantityColour } from '../quantities/quantityScale';
import { useCardQuantity } from './colourBy';
import { describeLayer } from './describeLayer';
import card from './LayerCard.module.css';
import tile from './LayerTile.module.css';

interface LayerButtonProps {
  layer: LayerNode;
  tags: readonly LayerNode[];
  kind: LayerKind;
  shape: string | null;
  problems: readonly Problem[];
  selected: boolean;
  /** Whether it is one of hundreds of tiles, of which nothing but the colour is seen. */
  crowded: boolean;
  /** Whether it is in the tab order. */
  tabStop: boolean;
  children: ReactNode;
}

/** The face of a layer's card: a button that says in words what the card shows, in the colour of the quantity that colours mean. */
export function LayerButton(props: LayerButtonProps) {
  const { layer, tags, kind, shape, problems, selected, crowded, tabStop, children } = props;
  const gradient = useNodeGradient(layer.id);
  const verdict = useNodeVerdict(layer.id);
  const frozen = useEditor((state) => isFrozen(layer, state.analysis));
  const quantity = useCardQuantity();
  const value = useCardValue(layer.id);
  return (
    <button
      type="button"
      className={crowded ? tile['tile'] : card['card']}
      style={quantity === null || value === null ? undefined : { '--heat': quantityColour(quantity, value) }}
      tabIndex={tabStop ? 0 : -1}
      aria-pressed={selected}
      aria-label={describeLayer({
        layer,
        tags,
        kind,
        shape,
        frozen,
        gradient,
        verdict,
        quantity,
        value,
        problems,
      })}
      data-layer={layer.id}
    >
      {children}
    </button>
  );
}
