import { type EdgeProps, type InternalNode, useInternalNode } from '@xyflow/react';
import { type Box, type EdgePath, edgePath, shortcutPath } from './edgePath';
import type { FlowEdge } from './flowEdges';

export interface DrawnEdge extends EdgePath {
  readonly source: Box;
  readonly target: Box;
}

/** The path of an edge between its two cards as they stand now; null while one of them isn't drawn. */
export function useEdgePath({ source, target, data }: EdgeProps<FlowEdge>): DrawnEdge | null {
  const from = useInternalNode(source);
  const to = useInternalNode(target);
  if (from === undefined || to === undefined) return null;
  const [start, end] = [boxOf(from), boxOf(to)];
  const path = data?.shortcut === true ? shortcutPath(start, end) : edgePath(start, end);
  return { ...path, source: start, target: end };
}

function boxOf({ internals, measured }: InternalNode): Box {
  const { x, y } = internals.positionAbsolute;
  return { x, y, width: measured.width ?? 0, height: measured.height ?? 0 };
}
