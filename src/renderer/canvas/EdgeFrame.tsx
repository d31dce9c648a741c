import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import type { ReactNode } from 'react';
import { formatShape } from '../../network/layers/shape';
import { useEditor } from '../editor/editorStore';
import type { DrawnEdge } from './drawnEdges';
import styles from './Edges.module.css';
import type { FlowEdge } from './flowEdges';
import { useHoveredEdge } from './hoveredEdge';

interface EdgeFrameProps {
  drawn: DrawnEdge;
  edge: EdgeProps<FlowEdge>;
  children: ReactNode;
}

/** What every edge has around its line: room to point at, and the shape that passes, on hover. */
export function EdgeFrame({ drawn, edge, children }: EdgeFrameProps) {
  const hovered = useHoveredEdge((state) => state.edge === edge.id);
  return (
    <g>
      {children}
      <path d={drawn.path} className={`react-flow__edge-interaction ${styles['target']}`} />
      {(hovered || edge.selected === true) && (
        <ShapeLabel drawn={drawn} source={edge.data?.edge.from ?? edge.source} />
      )}
    </g>
  );
}

/** In a row, where cards stand close, it stands below them. */
function ShapeLabel({
  drawn: { middle, straight, source: card },
  source,
}: {
  drawn: DrawnEdge;
  source: string;
}) {
  const shape = useEditor((state) => state.analysis.nodes.get(source)?.outputShape);
  if (!shape) return null;
  const y = straight ? card.y + card.height + 14 : middle.y;
  return (
    <EdgeLabelRenderer>
      <span
        className={styles['shape']}
        style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${y}px)` }}
      >
        {formatShape(shape)}
      </span>
    </EdgeLabelRenderer>
  );
}
