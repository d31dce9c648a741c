import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { ArrowHead } from './ArrowHead';
import { EdgeFrame } from './EdgeFrame';
import styles from './Edges.module.css';
import type { FlowEdge } from './flowEdges';

/** An edge while building: grey, violet where it is a shortcut. */
export const CategoryEdge = memo(function CategoryEdge(props: EdgeProps<FlowEdge>) {
  const drawn = props.data?.drawn;
  if (drawn === undefined) return null;
  return (
    <EdgeFrame drawn={drawn} edge={props}>
      <g className={styles['line']} data-shortcut={drawn.shortcut} data-selected={props.selected === true}>
        <path d={drawn.path} fill="none" />
        <ArrowHead drawn={drawn} />
      </g>
    </EdgeFrame>
  );
});
