import { ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import type { Box } from '../../../network/graph/routing/box';
import { useEditor } from '../../editor/editorStore';
import edgeStyles from '../Edges.module.css';
import type { FlowEdge } from '../flowEdges';
import type { FlowNode } from '../flowNodes';
import { changedShapes } from './changedShapes';
import styles from './ShapeLabels.module.css';

/** The shape of what passes, wherever it changes. */
export function ShapeLabels({ edges, cards }: { edges: readonly FlowEdge[]; cards: readonly FlowNode[] }) {
  const nodes = useEditor((state) => state.analysis.nodes);
  const labels = useMemo(() => changedShapes(edges, nodes, boxesOf(cards)), [edges, nodes, cards]);
  return (
    <ViewportPortal>
      <div className={styles['labels']} aria-hidden="true">
        {labels.map(({ card, text, x, y }) => (
          <span
            key={card}
            className={edgeStyles['shape']}
            data-shape-of={card}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {text}
          </span>
        ))}
      </div>
    </ViewportPortal>
  );
}

function boxesOf(cards: readonly FlowNode[]): ReadonlyMap<string, Box> {
  return new Map(
    cards.map(({ id, position, width = 0, height = 0 }) => [id, { ...position, width, height }]),
  );
}
