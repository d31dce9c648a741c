import { attribute } from '../proto/attributes';
import type { GraphBuilder } from './graphBuilder';
import type { GraphTensor } from './graphTensor';

/** Sends a tensor down one of two ways; nodes on the other do not run. */
export function switchOn(
  graph: GraphBuilder,
  tensor: GraphTensor,
  condition: GraphTensor,
): { readonly whenFalse: GraphTensor; readonly whenTrue: GraphTensor } {
  const node = graph.operation({
    op: 'Switch',
    inputs: [tensor, condition],
    attributes: { T: attribute.type(tensor.dataType) },
  });
  return { whenFalse: { ...tensor, name: node }, whenTrue: { ...tensor, name: `${node}:1` } };
}

/** Whichever of two tensors its way has led to. */
export function merge(graph: GraphBuilder, left: GraphTensor, right: GraphTensor): GraphTensor {
  return graph.float('Merge', [left, right], left.shape, { N: attribute.int(2) });
}

/** The tensor, available once a node has run. */
export function after(graph: GraphBuilder, tensor: GraphTensor, nodes: readonly string[]): GraphTensor {
  const attributes = { T: attribute.type(tensor.dataType) };
  const operation = { op: 'Identity', inputs: [tensor], after: nodes, attributes };
  return graph.tensor(operation, tensor.dataType, tensor.shape);
}
