import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import type { GraphBuilder } from './graphBuilder';
import type { GraphTensor } from './graphTensor';

/** Scalars as one vector. */
export function pack(graph: GraphBuilder, scalars: readonly GraphTensor[]): GraphTensor {
  return graph.float('Pack', scalars, [scalars.length], { N: attribute.int(scalars.length) });
}

/** The entries of a vector as scalars. */
export function unpack(graph: GraphBuilder, vector: GraphTensor): readonly GraphTensor[] {
  const [count = 0] = vector.shape;
  const attributes = { T: attribute.type(DataType.float), num: attribute.int(count) };
  const node = graph.operation({ op: 'Unpack', inputs: [vector], attributes });
  return Array.from({ length: count }, (_, index) => graph.output(node, index, []));
}

/** Vectors end to end. */
export function join(graph: GraphBuilder, vectors: readonly GraphTensor[]): GraphTensor {
  const [only, ...others] = vectors;
  if (only !== undefined && others.length === 0) return only;
  const length = vectors.reduce((sum, { shape: [extent = 0] }) => sum + extent, 0);
  return graph.float('ConcatV2', [...vectors, graph.integer(0)], [length], {
    N: attribute.int(vectors.length),
    Tidx: attribute.type(DataType.int32),
  });
}

/** Reduces all axes to a scalar. */
export function reduceAll(graph: GraphBuilder, op: 'Sum' | 'Max' | 'Mean', tensor: GraphTensor): GraphTensor {
  const axes = graph.integers(tensor.shape.map((_, axis) => axis));
  return graph.float(op, [tensor, axes], [], { Tidx: attribute.type(DataType.int32) });
}

/** Reduces all axes of booleans to one. */
export function reduceTruth(graph: GraphBuilder, op: 'All' | 'Any', tensor: GraphTensor): GraphTensor {
  const axes = graph.integers(tensor.shape.map((_, axis) => axis));
  const attributes = { Tidx: attribute.type(DataType.int32) };
  return graph.tensor({ op, inputs: [tensor, axes], attributes }, DataType.bool, []);
}
