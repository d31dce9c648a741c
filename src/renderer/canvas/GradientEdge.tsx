import type { EdgeProps } from '@xyflow/react';
import { memo, useId } from 'react';
import { gradientColour, gradientEdgeWidth } from '../gradients/gradientScale';
import { useNodeGradient } from '../gradients/useNodeGradient';
import { CategoryEdge } from './CategoryEdge';
import type { DrawnEdge } from './drawnEdges';
import { EdgeFrame } from './EdgeFrame';
import type { FlowEdge } from './flowEdges';

/** An edge that shows the gradient flowing back through it: its colour and its width. */
export const GradientEdge = memo(function GradientEdge(props: EdgeProps<FlowEdge>) {
  const drawn = props.data?.drawn;
  const before = useNodeGradient(props.source);
  const after = useNodeGradient(props.target);
  const ends = { before: before ?? after, after: after ?? before };
  if (drawn === undefined) return null;
  if (ends.before === null || ends.after === null) return <CategoryEdge {...props} />;
  return (
    <EdgeFrame drawn={drawn} edge={props}>
      {drawn.straight ? (
        <Ribbon drawn={drawn} before={ends.before} after={ends.after} />
      ) : (
        <path
          d={throughToTarget(drawn)}
          fill="none"
          stroke={gradientColour(mean(ends.before, ends.after))}
          strokeWidth={gradientEdgeWidth(mean(ends.before, ends.after))}
          strokeLinejoin="round"
        />
      )}
    </EdgeFrame>
  );
});

/** A straight edge whose width and colour run from one layer's gradient to the other's. */
function Ribbon({ drawn, before, after }: { drawn: DrawnEdge; before: number; after: number }) {
  const id = useId();
  const { source, target } = drawn;
  const [left, right, y] = [source.x + source.width, target.x, source.y + source.height / 2];
  const [start, end] = [gradientEdgeWidth(before) / 2, gradientEdgeWidth(after) / 2];
  return (
    <>
      <linearGradient id={id} gradientUnits="userSpaceOnUse" x1={left} y1="0" x2={right} y2="0">
        <stop offset="0" style={{ stopColor: gradientColour(before) }} />
        <stop offset="1" style={{ stopColor: gradientColour(after) }} />
      </linearGradient>
      <path
        d={`M${left} ${y - start}L${right} ${y - end}V${y + end}L${left} ${y + start}z`}
        fill={`url(#${id})`}
      />
    </>
  );
}

/** The path without the room for an arrow head. */
function throughToTarget({ path, entry, target }: DrawnEdge): string {
  return entry === 'down' ? `${path}V${target.y}` : `${path}H${target.x}`;
}

function mean(left: number, right: number): number {
  return (left + right) / 2;
}
