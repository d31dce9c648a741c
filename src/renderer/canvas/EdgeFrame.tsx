import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import type { ReactNode } from 'react';
import type { LayerEdge } from '../../network/graph/document';
import { formatShape } from '../../network/layers/shape';
import { useEditor } from '../editor/editorStore';
import { useEdgeGradient } from '../gradients/edgeGradient';
import { formatScientific } from '../gradients/formatNorm';
import type { DrawnEdge } from './drawnEdges';
import styles from './Edges.module.css';
import type { FlowEdge } from './flowEdges';
import { useHoveredEdge } from './hoveredEdge';

interface EdgeFrameProps {
  drawn: DrawnEdge;
  edge: EdgeProps<FlowEdge>;
  /** Whether it shows the gradient that flows back. */
  measured?: boolean;
  children: ReactNode;
}

const none: readonly LayerEdge[] = [];

/** What every edge has around its line: room to point at, and what passes, on hover: the shape, and the gradient back. */
export function EdgeFrame({ drawn, edge, measured = false, children }: EdgeFrameProps) {
  const hovered = useHoveredEdge((state) => state.edge === edge.id);
  return (
    <g>
      {children}
      <path d={drawn.path} className={`react-flow__edge-interaction ${styles['target']}`} />
      {(hovered || edge.selected === true) && (
        <EdgeLabel
          drawn={drawn}
          source={edge.data?.edge.from ?? edge.source}
          edges={measured ? (edge.data?.edges ?? none) : none}
        />
      )}
    </g>
  );
}

interface EdgeLabelProps {
  drawn: DrawnEdge;
  source: string;
  /** Those whose gradient is told. */
  edges: readonly LayerEdge[];
}

/** In a row, where cards stand close, it stands below them. */
function EdgeLabel({ drawn: { middle, straight, source: card }, source, edges }: EdgeLabelProps) {
  const gradient = useEdgeGradient(edges);
  const shape = useEditor((state) => state.analysis.nodes.get(source)?.outputShape);
  if (!shape) return null;
  const place = straight
    ? `translate(-50%, 0) translate(${middle.x}px, ${card.y + card.height + 4}px)`
    : `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)`;
  return (
    <EdgeLabelRenderer>
      <span className={styles['shape']} style={{ transform: place }}>
        {formatShape(shape)}
        {gradient !== null && ` · ‖∂L/∂a‖ ${formatScientific(10 ** gradient)}`}
      </span>
    </EdgeLabelRenderer>
  );
}
