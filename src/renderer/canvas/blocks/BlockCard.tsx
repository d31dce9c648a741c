import { Handle, type NodeProps, Position as Side } from '@xyflow/react';
import { memo } from 'react';
import { openCard } from '../../editor/blockActions';
import { isTabStop } from '../../editor/cardSelection';
import { useEditor } from '../../editor/editorStore';
import { seenNetwork } from '../../editor/seenNetwork';
import { FrozenMark } from '../../fineTuning/FrozenMark';
import { blockColour } from '../../glyphs/categoryColour';
import { t } from '../../language/t';
import { quantityColour } from '../../quantities/quantityScale';
import { useCardQuantity } from '../colourBy';
import { useTargetState } from '../connectionTargets';
import type { FlowNode } from '../flowNodes';
import card from '../LayerCard.module.css';
import { ProblemBadge } from '../ProblemBadge';
import { SkipHandle } from '../skipping/SkipHandle';
import { useView } from '../viewStore';
import styles from './BlockCard.module.css';
import { BlockFace } from './BlockFace';
import { describeBlock } from './describeBlock';
import { useBlockFacts } from './useBlockFacts';
import { useBlockProblems } from './useBlockProblems';
import { useWorstLayer } from './useWorstLayer';

/** A collapsed block on the canvas: what is in it, what leaves it, what it costs, and its smallest gradient, or the quantity that colours mean. */
export const BlockCard = memo(function BlockCard({ data, selected }: NodeProps<FlowNode>) {
  const { layer: block, compact } = data;
  const facts = useBlockFacts(block.id);
  const tabStop = useEditor((state) => isTabStop(state, block.id));
  const problems = useBlockProblems(block.id);
  const entry = useEditor(({ history }) => seenNetwork(history.document).endOf(block.id, 'target'));
  const exit = useEditor(({ history }) => seenNetwork(history.document).endOf(block.id, 'source'));
  const targetState = useTargetState(entry ?? block.id);
  const worst = useWorstLayer(block.id);
  const quantity = useCardQuantity();
  const coloured = quantity !== null;
  const crowded = useView((state) => state.crowded);
  const heat = coloured && worst !== null;
  const colour = heat ? { '--heat': quantityColour(quantity, worst.value) } : undefined;
  if (facts === null) return null;

  return (
    <div
      className={`${card['frame']} ${styles['block']}`}
      style={{ '--category': blockColour }}
      data-shape="block"
      data-selected={selected}
      data-coloured={coloured}
      data-heat={heat}
      data-crowded={crowded}
      data-target={targetState}
      data-severity={problems[0]?.severity}
    >
      {!crowded && <Handle type="target" position={Side.Left} className={card['port']} />}
      <span className={styles['sheet']} style={colour} data-back="true" aria-hidden="true" />
      <span className={styles['sheet']} style={colour} aria-hidden="true" />
      <button
        type="button"
        className={card['card']}
        style={colour}
        tabIndex={tabStop ? 0 : -1}
        aria-pressed={selected}
        aria-expanded={false}
        aria-label={describeBlock({ label: block.label, facts, worst, problems })}
        title={
          worst === null
            ? t`Double-click to open`
            : t`Of its layers, ${worst.label} has the ${worst.text}. Double-click to open`
        }
        data-layer={block.id}
        onDoubleClick={() => openCard(block.id)}
      >
        {!crowded && (
          <BlockFace card={block.id} label={block.label} facts={facts} heat={heat} compact={compact} />
        )}
      </button>
      {!crowded && <Handle type="source" position={Side.Right} className={card['port']} />}
      {exit !== null && !crowded && !compact && <SkipHandle layer={exit} label={block.label} />}
      {facts.frozen > 0 && facts.trainable === 0 && !crowded && <FrozenMark />}
      {problems.length > 0 && <ProblemBadge layer={block} problems={problems} />}
    </div>
  );
});
