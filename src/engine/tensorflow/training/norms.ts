import { merge, switchOn } from '../graph/branching';
import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { pack, reduceAll, reduceTruth } from '../graph/vectors';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/**
 * Sums of squares (halved, as L2Loss gives them) within which a float32 norm is right to 1e−6: below, squares
 * of elements may have vanished (up to 10⁸ elements considered); above, they may have overflowed.
 */
const trusted = { from: 1e-24, to: 1e37 } as const;

/**
 * ‖t‖₂ of each tensor, as one vector. The squares are summed in float32; only where one of the sums is too
 * small or too large to be trusted, all are computed again as m · ‖t/m‖ with m = max|t|. A Switch keeps that
 * second form from running, and from costing anything, at ordinary steps.
 */
export function norms(graph: GraphBuilder, tensors: readonly GraphTensor[]): GraphTensor {
  const halves = tensors.map((tensor) => halfSquares(graph, tensor));
  const sums = pack(graph, halves);
  const doubtful = isDoubtful(graph, sums);
  const plain = rootOfTwice(graph, switchOn(graph, sums, doubtful).whenFalse);
  const scaled = tensors.map((tensor) => scaledNorm(graph, switchOn(graph, tensor, doubtful).whenTrue));
  return merge(graph, plain, pack(graph, scaled));
}

function scaledNorm(graph: GraphBuilder, tensor: GraphTensor): GraphTensor {
  const largest = reduceAll(graph, 'Max', graph.float('Abs', [tensor], tensor.shape));
  const scaled = graph.float('DivNoNan', [tensor, largest], tensor.shape);
  return graph.float('Mul', [largest, rootOfTwice(graph, halfSquares(graph, scaled))], []);
}

/** ½ Σ t² */
function halfSquares(graph: GraphBuilder, tensor: GraphTensor): GraphTensor {
  return graph.float('L2Loss', [tensor], []);
}

function rootOfTwice(graph: GraphBuilder, halves: GraphTensor): GraphTensor {
  return graph.float('Sqrt', [graph.float('AddV2', [halves, halves], halves.shape)], halves.shape);
}

/** True where any of the sums lies outside of the trusted range, or is NaN. */
function isDoubtful(graph: GraphBuilder, sums: GraphTensor): GraphTensor {
  const truth = (op: string, inputs: readonly GraphTensor[], compared: boolean): GraphTensor => {
    const attributes = compared ? { T: attribute.type(DataType.float) } : {};
    return graph.tensor({ op, inputs, attributes }, DataType.bool, sums.shape);
  };
  const largeEnough = truth('GreaterEqual', [sums, graph.constant(trusted.from)], true);
  const smallEnough = truth('LessEqual', [sums, graph.constant(trusted.to)], true);
  const inside = reduceTruth(graph, 'All', truth('LogicalAnd', [largeEnough, smallEnough], false));
  return graph.tensor({ op: 'LogicalNot', inputs: [inside] }, DataType.bool, []);
}
