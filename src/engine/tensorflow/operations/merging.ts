import { concatGradients } from '../gradients/concat';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import type { OperationContext } from './operationContext';
import { lastExtent } from './shapes';

/** Sum of tensors of one shape; the gradient of each is that of the sum. */
export function add({ graph, tape }: OperationContext, terms: readonly GraphTensor[]): GraphTensor {
  const [first] = terms;
  if (first === undefined) throw new Error('Add was called without inputs.');
  const sum =
    terms.length === 2
      ? graph.float('AddV2', terms, first.shape)
      : graph.float('AddN', terms, first.shape, { N: attribute.int(terms.length) });
  return tape.record(
    sum,
    terms.map((tensor) => ({ tensor, gradient: (dy) => dy })),
  );
}

/** Joins along the last axis. */
export function concat({ graph, tape }: OperationContext, parts: readonly GraphTensor[]): GraphTensor {
  const [first] = parts;
  if (first === undefined) throw new Error('Concat was called without inputs.');
  const channels = parts.reduce((sum, part) => sum + lastExtent(part), 0);
  const axis = graph.integer(first.shape.length - 1);
  const attributes = { N: attribute.int(parts.length), Tidx: attribute.type(DataType.int32) };
  const joined = graph.float(
    'ConcatV2',
    [...parts, axis],
    [...first.shape.slice(0, -1), channels],
    attributes,
  );
  const gradients = concatGradients(graph, parts);
  return tape.record(
    joined,
    parts.map((tensor, index) => ({ tensor, gradient: (dy) => gradients(dy, index) })),
  );
}
