import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/**
 * Sums of squares within which a float32 norm is right to 1e−6: below, squares of elements may have vanished (up to
 * 10⁸ elements considered); above, they may have overflowed.
 */
const trusted = { from: 1e-24, to: 1e37 } as const;

/** Powers of two, by which no digit is lost, that bring the squares of too small and too large values back into range. */
const enlarge = 2 ** 80;
const reduce = 2 ** -80;

export interface SquareScale {
  /** By what the values of each sum are to be multiplied before they are squared; 1 where the sum can be trusted. */
  readonly scale: GraphTensor;
  /** Whether the sum can't be trusted, for each. A NaN can. */
  readonly doubtful: GraphTensor;
}

/** Judges a vector of sums of squares. */
export function squareScale(graph: GraphBuilder, sums: GraphTensor): SquareScale {
  const { shape } = sums;
  const compare = (op: 'Less' | 'Greater', limit: number): GraphTensor => {
    const attributes = { T: attribute.type(DataType.float) };
    return graph.tensor({ op, inputs: [sums, graph.constant(limit)], attributes }, DataType.bool, shape);
  };
  const small = compare('Less', trusted.from);
  const large = compare('Greater', trusted.to);
  const reduced = graph.float('SelectV2', [large, graph.constant(reduce), graph.constant(1)], shape);
  return {
    scale: graph.float('SelectV2', [small, graph.constant(enlarge), reduced], shape),
    doubtful: graph.tensor({ op: 'LogicalOr', inputs: [small, large] }, DataType.bool, shape),
  };
}
