import { arrowLength } from '../../network/graph/routing/edgePath';
import type { DrawnEdge } from './drawnEdges';

/** The head of an edge, its tip at the target. */
export function ArrowHead({ drawn: { target, entry } }: { drawn: DrawnEdge }) {
  if (entry === 'down') {
    const [x, y] = [target.x + target.width / 2, target.y];
    return <path d={`M${x - 4.5} ${y - arrowLength - 1.5}h9l-4.5 7.5z`} stroke="none" />;
  }
  const [x, y] = [target.x, target.y + target.height / 2];
  return <path d={`M${x - arrowLength - 1} ${y - 4}l6.5 4-6.5 4z`} stroke="none" />;
}
