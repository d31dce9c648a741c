import type { NodeProps } from '@xyflow/react';
import { Boxes, Minimize2 } from 'lucide-react';
import { memo } from 'react';
import { blockKey } from '../../../network/graph/blocks/visibleItems';
import { Hint } from '../../controls/Hint';
import { selectBlock, setBlockCollapsed } from '../../editor/blockActions';
import { t } from '../../language/t';
import type { FlowNode } from '../flowNodes';
import styles from './BlockFrame.module.css';
import { blockOfFrame } from './flowFrames';
import { useBlockFacts } from './useBlockFacts';

/** The frame of an open block, behind its layers. */
export const BlockFrame = memo(function BlockFrame({ selected }: NodeProps<FlowNode>) {
  return <div className={styles['frame']} data-selected={selected} aria-hidden="true" />;
});

/** The title of an open block: its name and what leaves it. It selects the block, moves it and collapses it. */
export const BlockTitle = memo(function BlockTitle({ data, selected }: NodeProps<FlowNode>) {
  const { layer: frame } = data;
  const id = blockOfFrame(frame.id);
  const facts = useBlockFacts(blockKey(id));
  return (
    <div className={styles['title']} data-frame-title="">
      <button
        type="button"
        className={styles['name']}
        aria-pressed={selected}
        aria-expanded={true}
        aria-label={
          facts?.shape ? t`${frame.label}, open block, ${facts.shape}` : t`${frame.label}, open block`
        }
        onClick={() => selectBlock(id)}
        onDoubleClick={() => setBlockCollapsed(id, true)}
      >
        <Boxes size={13} aria-hidden="true" />
        {frame.label}
        {facts !== null && facts.shape !== null && (
          <span className={styles['shape']}>{sizeInWords(facts.shape)}</span>
        )}
      </button>
      <Hint text={t`Collapse to one card`} side="top">
        <button
          type="button"
          className={`${styles['collapse']} nodrag`}
          aria-label={t`Collapse ${frame.label}`}
          onClick={() => setBlockCollapsed(id, true)}
        >
          <Minimize2 size={12} aria-hidden="true" />
        </button>
      </Hint>
    </div>
  );
});

/** "28×28, 128 channels" of 28×28×128; "10 values" of 10. */
function sizeInWords(shape: string): string {
  const [height = '', width, channels] = shape.split('×');
  if (channels === undefined) return width === undefined ? t`${height ?? ''} values` : shape;
  return t`${height}×${width ?? ''}, ${channels} channels`;
}
