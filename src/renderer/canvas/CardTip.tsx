import { useStore } from '@xyflow/react';
import type { LayerNode } from '../../network/graph/document';
import { useEditor } from '../editor/editorStore';
import { useSeenNetwork } from '../editor/seenNetwork';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { worstLayer } from '../quantities/cardValue';
import { quantities } from '../quantities/quantities';
import { type Quantity, quantityIds } from '../quantities/quantity';
import { measuredText, symbolText } from '../quantities/quantityText';
import type { Run } from '../training/run';
import { useRun } from '../training/runStore';
import { shownSample } from '../training/shownSample';
import styles from './CardTip.module.css';
import { cardSize, drawnPosition } from './cardGeometry';
import { useCardQuantity } from './colourBy';
import { useHoveredCard } from './hoveredCard';
import { useTagsOf } from './useTagsOf';

/** All that was measured of the layer under the pointer, in exact numbers, beside its card. */
export function CardTip() {
  const hovered = useHoveredCard((state) => state.card);
  const { nodes } = useSeenNetwork();
  const quantity = useCardQuantity();
  const node = nodes.find(({ id }) => id === hovered);
  if (quantity === null || node === undefined) return null;
  return <Tip node={node} quantity={quantity} />;
}

function Tip({ node, quantity }: { node: LayerNode; quantity: Quantity }) {
  const run = useRun((state) => state.run);
  // The log grows in place.
  useRun((state) => state.paint);
  const sample = useRun(shownSample);
  const layer = useRun((state) => worstLayer(state, node.id, quantity)?.layer ?? null);
  const label = useEditor(({ history }) => history.document.nodes.find(({ id }) => id === layer)?.label);
  const place = useTipPlace(node);
  const index = layer === null ? null : (run?.log.indexOfNode(layer) ?? null);
  if (run === null || index === null || sample < 0) return null;
  return (
    <div className={styles['tip']} style={place} role="tooltip">
      <p>
        <b>{label}</b> {layer !== node.id && t`in ${node.label}, `}
        {run.probe === null ? t`at step ${formatInteger(run.log.steps.at(sample))}` : t`before training`}
      </p>
      <Numbers run={run} sample={sample} index={index} shown={quantity} />
      <TagNumbers run={run} sample={sample} card={node.id} shown={quantity} />
    </div>
  );
}

/** What was measured of the layers that are tags on the card, in the quantity that colours mean. */
function TagNumbers({ run, sample, card, shown }: Omit<NumbersProps, 'index'> & { card: string }) {
  const tags = useTagsOf(card).flatMap(({ id, label }) => {
    const index = run.log.indexOfNode(id);
    const measured = index === null ? Number.NaN : shown.measured(run.log, sample, index);
    return Number.isNaN(measured) ? [] : [{ id, label, measured }];
  });
  if (tags.length === 0) return null;
  return (
    <dl>
      {tags.map(({ id, label, measured }) => (
        <div key={id}>
          <dt>{t`${symbolText(shown)} of ${label}`}</dt>
          <dd>{measuredText(shown, measured)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface NumbersProps {
  run: Run;
  sample: number;
  /** The layer's place in telemetry. */
  index: number;
  shown: Quantity;
}

function Numbers({ run, sample, index, shown }: NumbersProps) {
  return (
    <dl>
      {quantityIds.map((id) => {
        const quantity = quantities[id];
        const measured = quantity.measured(run.log, sample, index);
        if (Number.isNaN(measured) && id !== shown.id) return null;
        return (
          <div key={id} data-shown={id === shown.id}>
            <dt>{symbolText(quantity)}</dt>
            <dd>{measuredText(quantity, measured)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

const tipWidth = 200;
const gap = 10;

/** Right of the card, or left of it where there is no room. */
function useTipPlace({ kind, position }: LayerNode) {
  const [x, y, zoom] = useStore((state) => state.transform);
  const room = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const locked = useEditor((state) => state.structureLocked);
  const size = cardSize(kind, locked);
  const drawn = drawnPosition(position, size);
  const right = (drawn.x + size.width) * zoom + x + gap;
  const left = drawn.x * zoom + x - gap - tipWidth;
  const top = Math.max(8, Math.min(height - 150, drawn.y * zoom + y));
  const beside = right + tipWidth < room || left < 0 ? right : left;
  // Where neither side has room it lies over the card, whole.
  return { left: Math.max(8, Math.min(beside, room - tipWidth - 8)), top, width: tipWidth };
}
