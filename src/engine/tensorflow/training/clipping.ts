import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { reduceAll } from '../graph/vectors';
import { norms } from './norms';

/** Below it a norm is taken for this, so that none is divided by 0. */
const least = 1e-30;

/**
 * Gradients scaled so that their norm over all of them is `clipNorm` at most (Pascanu et al. 2013, algorithm 1). The
 * largest is divided out before squares are summed, which would leave the range of float32.
 */
export function clipped(
  graph: GraphBuilder,
  gradients: readonly GraphTensor[],
  clipNorm: number,
): readonly GraphTensor[] {
  const each = norms(graph, gradients);
  const scalar = (op: string, inputs: readonly GraphTensor[]) => graph.float(op, inputs, []);
  const largest = scalar('Maximum', [reduceAll(graph, 'Max', each), graph.constant(least)]);
  const shares = graph.float('RealDiv', [each, largest], each.shape);
  const squares = graph.float('Mul', [shares, shares], each.shape);
  const whole = scalar('Mul', [largest, scalar('Sqrt', [reduceAll(graph, 'Sum', squares)])]);
  const limit = graph.constant(clipNorm);
  const scale = scalar('RealDiv', [limit, scalar('Maximum', [whole, limit])]);
  return gradients.map((gradient) => graph.float('Mul', [gradient, scale], gradient.shape));
}
