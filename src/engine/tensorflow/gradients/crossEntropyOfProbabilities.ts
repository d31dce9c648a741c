import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { batchMeanGradient, toFloat } from '../operations/batchMean';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

export interface CrossEntropyParts {
  /** One-hot labels, N×classes. */
  readonly targets: GraphTensor;
  /** Probability of each example's label. */
  readonly chosen: GraphTensor;
  readonly clipped: GraphTensor;
}

/** ∂L/∂p: −1/(N·p) at the label where p was not clipped, 0 elsewhere. */
export function crossEntropyGradient(
  graph: GraphBuilder,
  { targets, chosen, clipped }: CrossEntropyParts,
  dMean: GraphTensor,
): GraphTensor {
  const unclipped = graph.tensor(
    { op: 'Equal', inputs: [chosen, clipped], attributes: { T: attribute.type(DataType.float) } },
    DataType.bool,
    [-1],
  );
  const share = batchMeanGradient(graph, chosen, graph.float('Neg', [dMean], []));
  const passed = graph.float('Mul', [toFloat(graph, unclipped), share], [-1]);
  const slopes = graph.float('RealDiv', [passed, clipped], [-1]);
  const attributes = { Tdim: attribute.type(DataType.int32) };
  const column = graph.float('ExpandDims', [slopes, graph.integer(1)], [-1, 1], attributes);
  return graph.float('Mul', [targets, column], targets.shape);
}
