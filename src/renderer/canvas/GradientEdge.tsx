import type { EdgeProps } from '@xyflow/react';
import { memo, useDeferredValue } from 'react';
import type { LayerEdge } from '../../network/graph/document';
import { useEdgeGradient } from '../gradients/edgeGradient';
import { gradientColour, gradientEdgeWidth } from '../gradients/gradientScale';
import { CategoryEdge } from './CategoryEdge';
import { useColourBy } from './colourBy';
import type { DrawnEdge } from './drawnEdges';
import { EdgeFrame } from './EdgeFrame';
import type { FlowEdge } from './flowEdges';

const none: readonly LayerEdge[] = [];

/**
 * An edge as wide as the gradient that flows back through it, and in its colour while colour means gradients of
 * activations.
 */
export const GradientEdge = memo(function GradientEdge(props: EdgeProps<FlowEdge>) {
  const { drawn, edges = none } = props.data ?? {};
  const gradient = useEdgeGradient(edges);
  // With the first gradients of a run, cards change their look first, and edges in another task.
  const measured = useDeferredValue(gradient !== null);
  const coloured = useColourBy((state) => state.colourBy === 'gradient');
  if (drawn === undefined) return null;
  if (gradient === null || !measured) return <CategoryEdge {...props} />;
  return (
    <EdgeFrame drawn={drawn} edge={props} measured>
      <path
        d={throughToTarget(drawn)}
        fill="none"
        stroke={coloured ? gradientColour(gradient) : 'var(--line-3)'}
        strokeWidth={gradientEdgeWidth(gradient)}
        strokeLinejoin="round"
      />
    </EdgeFrame>
  );
});

/** The path without the room for an arrow head. */
function throughToTarget({ path, entry, target }: DrawnEdge): string {
  return entry === 'down' ? `${path}V${target.y}` : `${path}H${target.x}`;
}
