import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import { batchMean, toFloat } from './batchMean';
import type { OperationContext } from './operationContext';
import { lastExtent } from './shapes';

/** Share of the batch whose largest prediction is the label; of equal predictions the first counts. */
export function accuracy(
  { graph }: OperationContext,
  predictions: GraphTensor,
  labels: GraphTensor,
): GraphTensor {
  const attributes = {
    T: attribute.type(DataType.float),
    Tidx: attribute.type(DataType.int32),
    output_type: attribute.type(DataType.int32),
  };
  const best = graph.tensor(
    { op: 'ArgMax', inputs: [predictions, graph.integer(1)], attributes },
    DataType.int32,
    [-1],
  );
  return batchMean(graph, toFloat(graph, equal(graph, best, labels, [-1])));
}

/** Share of the batch whose label is among the k largest predictions; of equal ones the first count. */
export function topKAccuracy(
  { graph }: OperationContext,
  predictions: GraphTensor,
  labels: GraphTensor,
  k: number,
): GraphTensor {
  const count = Math.min(k, lastExtent(predictions));
  const top = graph.operation({
    op: 'TopKV2',
    inputs: [predictions, graph.integer(count)],
    attributes: { T: attribute.type(DataType.float), sorted: attribute.bool(false) },
  });
  const best: GraphTensor = { name: `${top}:1`, shape: [-1, count], dataType: DataType.int32 };
  const column = graph.tensor(
    {
      op: 'ExpandDims',
      inputs: [labels, graph.integer(1)],
      attributes: { T: attribute.type(DataType.int32), Tdim: attribute.type(DataType.int32) },
    },
    DataType.int32,
    [-1, 1],
  );
  const hits = equal(graph, best, column, [-1, count]);
  const among = graph.tensor(
    {
      op: 'Any',
      inputs: [hits, graph.integers([1])],
      attributes: { Tidx: attribute.type(DataType.int32) },
    },
    DataType.bool,
    [-1],
  );
  return batchMean(graph, toFloat(graph, among));
}

function equal(
  graph: GraphBuilder,
  left: GraphTensor,
  right: GraphTensor,
  shape: readonly number[],
): GraphTensor {
  const attributes = { T: attribute.type(DataType.int32) };
  return graph.tensor({ op: 'Equal', inputs: [left, right], attributes }, DataType.bool, shape);
}
