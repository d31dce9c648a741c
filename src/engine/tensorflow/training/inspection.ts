import type { InspectedValue } from '../../execution/inspection';
import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { reduceTruth } from '../graph/vectors';
import { toFloat } from '../operations/batchMean';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/** For each value two numbers, as one vector: 1 where it holds a NaN, and 1 where it holds an infinity, else 0. */
export function nonFiniteFlags(
  graph: GraphBuilder,
  values: readonly InspectedValue<GraphTensor>[],
): GraphTensor {
  const flags = values.flatMap(({ tensor }) => [
    holdsAny(graph, 'IsNan', tensor),
    holdsAny(graph, 'IsInf', tensor),
  ]);
  const attributes = { T: attribute.type(DataType.bool), N: attribute.int(flags.length) };
  const operation = { op: 'Pack', inputs: flags, attributes };
  return toFloat(graph, graph.tensor(operation, DataType.bool, [flags.length]));
}

function holdsAny(graph: GraphBuilder, test: 'IsNan' | 'IsInf', tensor: GraphTensor): GraphTensor {
  const attributes = { T: attribute.type(DataType.float) };
  const found = graph.tensor({ op: test, inputs: [tensor], attributes }, DataType.bool, tensor.shape);
  return reduceTruth(graph, 'Any', found);
}
