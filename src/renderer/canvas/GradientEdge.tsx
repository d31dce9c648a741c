import type { EdgeProps } from '@xyflow/react';
import { memo, useId } from 'react';
import { gradientColour, gradientEdgeWidth } from '../gradients/gradientScale';
import { useHasGradient, useNodeGradient } from '../gradients/useNodeGradient';
import { CategoryEdge } from './CategoryEdge';
import type { DrawnEdge } from './drawnEdges';
import { EdgeFrame } from './EdgeFrame';
import type { FlowEdge } from './flowEdges';

/** An edge that shows the gradient flowing back through it: its colour and its width. */
export const GradientEdge = memo(function GradientEdge(props: EdgeProps<FlowEdge>) {
  const drawn = props.data?.drawn;
  const { source, target } = props;
  const measured = [useHasGradient(source), useHasGradient(target)].includes(true);
  if (drawn === undefined) return null;
  if (!measured) return <CategoryEdge {...props} />;
  const Line = drawn.straight ? Ribbon : Curve;
  return (
    <EdgeFrame drawn={drawn} edge={props}>
      <Line drawn={drawn} source={source} target={target} />
    </EdgeFrame>
  );
});

interface LineProps {
  drawn: DrawnEdge;
  /** Keys of the cards at its ends. */
  source: string;
  target: string;
}

/** A straight edge whose width and colour run from one layer's gradient to the other's. */
function Ribbon({ drawn, source, target }: LineProps) {
  const id = useId();
  const [before, after] = useGradients(source, target);
  const [left, right] = [drawn.source.x + drawn.source.width, drawn.target.x];
  const y = drawn.source.y + drawn.source.height / 2;
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

/** An edge with bends, in one colour and width: the middle of its ends'. */
function Curve({ drawn, source, target }: LineProps) {
  const [before, after] = useGradients(source, target);
  const middle = (before + after) / 2;
  return (
    <path
      d={throughToTarget(drawn)}
      fill="none"
      stroke={gradientColour(middle)}
      strokeWidth={gradientEdgeWidth(middle)}
      strokeLinejoin="round"
    />
  );
}

/** The gradients at both ends of an edge; where only one was measured, it stands for both. */
function useGradients(source: string, target: string): readonly [before: number, after: number] {
  const before = useNodeGradient(source);
  const after = useNodeGradient(target);
  return [before ?? after ?? 0, after ?? before ?? 0];
}

/** The path without the room for an arrow head. */
function throughToTarget({ path, entry, target }: DrawnEdge): string {
  return entry === 'down' ? `${path}V${target.y}` : `${path}H${target.x}`;
}
