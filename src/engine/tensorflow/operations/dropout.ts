import type { DropoutUnit } from '../../../network/layers/ops';
import { scaleGradient } from '../gradients/scale';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import type { OperationContext } from './operationContext';
import { shapeTensor, shapeWithBatchOf } from './shapes';

/** TensorFlow's number for the Philox generator (Salmon et al. 2011), the same on every device. */
const philox = 1;

/**
 * Zeroes each unit with probability `rate` and divides the others by 1 − rate; identity outside training. Where a unit
 * holds several values, its factor is spread over them.
 */
export function dropout(
  { graph, tape, training }: OperationContext,
  x: GraphTensor,
  rate: number,
  unit: DropoutUnit,
): GraphTensor {
  if (training === null || rate === 0) return x;
  const extents = extentsOf(x, unit);
  const shape = [x.shape[0] ?? -1, ...extents];
  const drawn = unit === 'value' ? shapeTensor(graph, x) : shapeWithBatchOf(graph, x, extents);
  const uniform = graph.tensor(
    {
      op: 'StatelessRandomUniformV2',
      inputs: [drawn, training.randomKey(), training.randomCounter(), graph.integer(philox)],
      attributes: { dtype: attribute.type(DataType.float), Tshape: attribute.type(DataType.int32) },
    },
    DataType.float,
    shape,
  );
  const kept = graph.tensor(
    {
      op: 'GreaterEqual',
      inputs: [uniform, graph.constant(rate)],
      attributes: { T: attribute.type(DataType.float) },
    },
    DataType.bool,
    shape,
  );
  const ones = graph.tensor(
    {
      op: 'Cast',
      inputs: [kept],
      attributes: { SrcT: attribute.type(DataType.bool), DstT: attribute.type(DataType.float) },
    },
    DataType.float,
    shape,
  );
  const mask = graph.float('Mul', [ones, graph.constant(1 / (1 - rate))], shape);
  const y = graph.float('Mul', [x, mask], x.shape);
  return tape.record(y, [{ tensor: x, gradient: (dy) => scaleGradient(graph, mask, dy) }]);
}

/** Extents of the factors behind the batch axis: one for each unit. */
function extentsOf({ shape }: GraphTensor, unit: DropoutUnit): readonly number[] {
  const extents = shape.slice(1);
  if (unit === 'value') return extents;
  return extents.map((extent, axis) => (unit === 'channel' && axis === extents.length - 1 ? extent : 1));
}
