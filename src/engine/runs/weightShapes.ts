import type { Analysis } from '../../network/analysis/analysis';
import type { Shape } from '../../network/layers/shape';

/** Shape of each weight and moving statistic by `node/name`. */
export function weightShapes(analysis: Analysis): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const [node, { weights }] of analysis.nodes)
    for (const { name, shape } of weights) shapes.set(`${node}/${name}`, shape);
  return shapes;
}
