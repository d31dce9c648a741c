import type { Sides } from '../../../network/layers/ops';
import { padGradient } from '../gradients/pad';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import type { OperationContext } from './operationContext';
import { imageExtents } from './shapes';

/** Zeros around height and width. */
export function zeroPad2d(context: OperationContext, x: GraphTensor, sides: Sides): GraphTensor {
  return pad(context, x, sides, null);
}

/** The lowest float around height and width: never the largest value of a window that holds any other. */
export function lowestPad2d(context: OperationContext, x: GraphTensor, sides: Sides): GraphTensor {
  return pad(context, x, sides, -3.4028234663852886e38);
}

/** Zeros behind the channels. */
export function padChannels(context: OperationContext, x: GraphTensor, wanted: number): GraphTensor {
  return padBehind(context, x, 3, wanted);
}

/**
 * Zeros behind all else of one axis, to an extent of `wanted`. By PadV2: TensorFlow joins a Pad in front of a convolution
 * to it as though that padded height and width of the image, also where it pads channels or a kernel.
 */
export function padBehind(
  { graph, tape }: OperationContext,
  x: GraphTensor,
  axis: number,
  wanted: number,
): GraphTensor {
  const more = wanted - (x.shape[axis] ?? 0);
  if (more === 0) return x;
  const paddings = x.shape.flatMap((_extent, at) => [0, at === axis ? more : 0]);
  const shape = x.shape.map((extent, at) => (at === axis ? wanted : extent));
  const y = graph.float(
    'PadV2',
    [x, graph.integers(paddings, [x.shape.length, 2]), graph.constant(0)],
    shape,
    {
      Tpaddings: attribute.type(DataType.int32),
    },
  );
  return tape.record(y, [{ tensor: x, gradient: (dy) => padGradient(graph, x, [0, 0, 0, 0], dy) }]);
}

function pad(context: OperationContext, x: GraphTensor, sides: Sides, value: number | null): GraphTensor {
  const { graph, tape } = context;
  const [top, bottom, left, right] = sides;
  if (sides.every((side) => side === 0)) return x;
  const { batch, height, width, channels } = imageExtents(x);
  const paddings = graph.integers([0, 0, top, bottom, left, right, 0, 0], [4, 2]);
  const shape = [batch, height + top + bottom, width + left + right, channels];
  const attributes = { Tpaddings: attribute.type(DataType.int32) };
  const y =
    value === null
      ? graph.float('Pad', [x, paddings], shape, attributes)
      : graph.float('PadV2', [x, paddings, graph.constant(value)], shape, attributes);
  return tape.record(y, [{ tensor: x, gradient: (dy) => padGradient(graph, x, sides, dy) }]);
}
