import { scaleGradient } from '../gradients/scale';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import type { OperationContext } from './operationContext';
import { shapeTensor } from './shapes';

/** TensorFlow's number for the Philox generator (Salmon et al. 2011), the same on every device. */
const philox = 1;

/** Zeroes each value with probability `rate` and divides the others by 1 − rate; identity outside training. */
export function dropout(
  { graph, tape, training }: OperationContext,
  x: GraphTensor,
  rate: number,
): GraphTensor {
  if (training === null || rate === 0) return x;
  const uniform = graph.tensor(
    {
      op: 'StatelessRandomUniformV2',
      inputs: [shapeTensor(graph, x), training.randomKey(), training.randomCounter(), graph.integer(philox)],
      attributes: { dtype: attribute.type(DataType.float), Tshape: attribute.type(DataType.int32) },
    },
    DataType.float,
    x.shape,
  );
  const kept = graph.tensor(
    {
      op: 'GreaterEqual',
      inputs: [uniform, graph.constant(rate)],
      attributes: { T: attribute.type(DataType.float) },
    },
    DataType.bool,
    x.shape,
  );
  const ones = graph.tensor(
    {
      op: 'Cast',
      inputs: [kept],
      attributes: { SrcT: attribute.type(DataType.bool), DstT: attribute.type(DataType.float) },
    },
    DataType.float,
    x.shape,
  );
  const mask = graph.float('Mul', [ones, graph.constant(1 / (1 - rate))], x.shape);
  const y = graph.float('Mul', [x, mask], x.shape);
  return tape.record(y, [{ tensor: x, gradient: (dy) => scaleGradient(graph, mask, dy) }]);
}
