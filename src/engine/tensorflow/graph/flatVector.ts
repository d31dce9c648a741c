import { elementCount } from '../../../network/layers/shape';
import { reshape } from '../operations/shapes';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import type { GraphBuilder } from './graphBuilder';
import type { GraphTensor } from './graphTensor';
import { join } from './vectors';

/** The values of several tensors of known shape end to end, as one vector. */
export function flatVector(graph: GraphBuilder, tensors: readonly GraphTensor[]): GraphTensor {
  return join(
    graph,
    tensors.map((tensor) =>
      tensor.shape.length === 1 ? tensor : reshape(graph, tensor, [elementCount(tensor.shape)]),
    ),
  );
}

/** For each value of a flat vector the number of the tensor that it comes from. */
export function segmentNumbers(graph: GraphBuilder, lengths: readonly number[]): GraphTensor {
  return graph.integers(lengths.flatMap((length, segment) => Array<number>(length).fill(segment)));
}

/** The sum over each segment. */
export function segmentSums(
  graph: GraphBuilder,
  vector: GraphTensor,
  segments: GraphTensor,
  count: number,
): GraphTensor {
  const attributes = { Tindices: attribute.type(DataType.int32) };
  return graph.float('SegmentSum', [vector, segments], [count], attributes);
}

/** The entries of a vector with these numbers. */
export function gather(graph: GraphBuilder, vector: GraphTensor, numbers: GraphTensor): GraphTensor {
  const attributes = {
    Tparams: attribute.type(DataType.float),
    Tindices: attribute.type(DataType.int32),
    Taxis: attribute.type(DataType.int32),
  };
  const operation = { op: 'GatherV2', inputs: [vector, numbers, graph.integer(0)], attributes };
  return graph.tensor(operation, DataType.float, numbers.shape);
}
