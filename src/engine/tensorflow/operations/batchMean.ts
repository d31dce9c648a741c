import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/** Mean of one value per example. */
export function batchMean(graph: GraphBuilder, values: GraphTensor): GraphTensor {
  return graph.float('Mean', [values, graph.integers([0])], [], { Tidx: attribute.type(DataType.int32) });
}

/** ∂L/∂value of each example's value in the mean: ∂L/∂mean over the batch size, a scalar. */
export function batchMeanGradient(graph: GraphBuilder, values: GraphTensor, dMean: GraphTensor): GraphTensor {
  const attributes = { T: attribute.type(values.dataType), out_type: attribute.type(DataType.int32) };
  const size = graph.tensor({ op: 'Size', inputs: [values], attributes }, DataType.int32, []);
  return graph.float('RealDiv', [dMean, toFloat(graph, size)], []);
}

export function toFloat(graph: GraphBuilder, tensor: GraphTensor): GraphTensor {
  const attributes = { SrcT: attribute.type(tensor.dataType), DstT: attribute.type(DataType.float) };
  return graph.tensor({ op: 'Cast', inputs: [tensor], attributes }, DataType.float, tensor.shape);
}

/** One row for each example: 1 at its label, 0 elsewhere. */
export function oneHot(graph: GraphBuilder, labels: GraphTensor, classes: number): GraphTensor {
  const inputs = [labels, graph.integer(classes), graph.constant(1), graph.constant(0)];
  return graph.float('OneHot', inputs, [-1, classes], { TI: attribute.type(DataType.int32) });
}
