import { Handle, type NodeProps, Position as Side } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import { layerKind } from '../../network/layers/registry';
import { formatShape } from '../../network/layers/shape';
import { isTabStop } from '../editor/cardSelection';
import { useEditor } from '../editor/editorStore';
import { FrozenMark } from '../fineTuning/FrozenMark';
import { isFrozen } from '../fineTuning/isFrozen';
import { categoryColour } from '../glyphs/categoryColour';
import { useHasCardValue } from '../quantities/cardValue';
import { CardFace } from './CardFace';
import name from './CardName.module.css';
import { useColourBy } from './colourBy';
import { useTargetState } from './connectionTargets';
import type { FlowNode } from './flowNodes';
import { LayerButton } from './LayerButton';
import styles from './LayerCard.module.css';
import { ProblemBadge } from './ProblemBadge';
import { SkipHandle, skipInstead } from './skipping/SkipHandle';
import { TagsOnCard } from './TagsOnCard';
import { useCardProblems, useTagsOf } from './useTagsOf';
import { useView } from './viewStore';

/**
 * A layer on the canvas: what it is, the shape that leaves it, and what was measured of it. The parts that show that
 * follow it by themselves, so that the rest is not drawn anew with each step of a run.
 */
export const LayerCard = memo(function LayerCard({ data, selected }: NodeProps<FlowNode>) {
  const { layer, compact } = data;
  const kind = layerKind(layer.kind);
  const shape = useEditor((state) => {
    const output = state.analysis.nodes.get(layer.id)?.outputShape;
    return output ? formatShape(output) : null;
  });
  const frozen = useEditor((state) => isFrozen(layer, state.analysis));
  /** One card of the canvas is in the tab order: the selected one, or the first. */
  const tabStop = useEditor((state) => isTabStop(state, layer.id));
  const problems = useCardProblems(layer.id);
  const targetState = useTargetState(layer.id);
  const heat = useHasCardValue(layer.id);
  const coloured = useColourBy((state) => state.colourBy !== 'category');
  const crowded = useView((state) => state.crowded);
  const tags = useTagsOf(layer.id);
  /** Data leaves the card behind what is on it. */
  const end = tags.at(-1)?.id ?? layer.id;

  return (
    <div
      className={styles['frame']}
      style={{ '--category': categoryColour(kind.category) }}
      data-shape={layer.kind === 'add' ? 'circle' : 'card'}
      data-selected={selected}
      data-tags={tags.length > 0}
      data-coloured={coloured}
      data-heat={heat}
      data-crowded={crowded}
      data-target={targetState}
      data-severity={problems[0]?.severity}
    >
      {!crowded && (
        <span className={name['name']} data-below={layer.kind === 'add'}>
          {layer.label}
        </span>
      )}
      {layer.kind === 'add' && !heat && !crowded && tags.length > 0 && (
        <span className={name['tags']}>
          <TagsOnCard tags={tags} />
        </span>
      )}
      {kind.inputs !== 'none' && !crowded && (
        <Handle type="target" position={Side.Left} className={styles['port']} />
      )}
      <LayerButton
        layer={layer}
        tags={tags}
        kind={kind}
        shape={shape}
        problems={problems}
        selected={selected}
        crowded={crowded}
        tabStop={tabStop}
      >
        {!crowded && layer.kind === 'add' && <Plus size={18} strokeWidth={2.4} aria-hidden="true" />}
        {!crowded && layer.kind !== 'add' && (
          <CardFace layer={layer} tags={tags} kind={kind} shape={shape} heat={heat} compact={compact} />
        )}
      </LayerButton>
      {kind.terminal !== true && !crowded && (
        <Handle
          type="source"
          position={Side.Right}
          // Shift would draw a frame around layers here too.
          className={`${styles['port']} nokey`}
          onMouseDownCapture={(event) => {
            if (event.shiftKey) skipInstead(end, event);
          }}
        />
      )}
      {/* The cards of a run are compact, and lead to nothing new. */}
      {kind.terminal !== true && !crowded && !compact && <SkipHandle layer={end} label={layer.label} />}
      {frozen && !crowded && <FrozenMark />}
      {problems.length > 0 && <ProblemBadge layer={layer} problems={problems} />}
    </div>
  );
});
