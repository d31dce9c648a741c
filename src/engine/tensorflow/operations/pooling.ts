import type { Pool2dOptions } from '../../../network/layers/ops';
import { averagePoolGradient } from '../gradients/averagePool';
import { globalAveragePoolGradient } from '../gradients/globalAveragePool';
import { maxPoolGradient } from '../gradients/maxPool';
import { scaleGradient } from '../gradients/scale';
import type { GraphShape, GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import type { AttributeValue } from '../proto/messages';
import type { OperationContext } from './operationContext';
import { lowestPad2d, zeroPad2d } from './padding';
import { imageExtents } from './shapes';
import { perAxis, type WindowPadding, windowCount } from './window';

/** Largest value of each window. Explicitly padded positions hold the lowest float and so never win. */
export function maxPool2d(context: OperationContext, x: GraphTensor, options: Pool2dOptions): GraphTensor {
  if (typeof options.padding !== 'string')
    return maxPool2d(context, lowestPad2d(context, x, options.padding), { ...options, padding: 'valid' });
  const { graph, tape } = context;
  const attributes = poolAttributes(options);
  const y = graph.float('MaxPool', [x], pooledShape(x, options), attributes);
  return tape.record(y, [{ tensor: x, gradient: (dy) => maxPoolGradient(graph, x, y, dy, attributes) }]);
}

/**
 * Mean of each window. TensorFlow's op leaves SAME padding out of the mean, but knows no explicit padding:
 * there, zeros are put around the image, and each mean is scaled by window size over the number of its
 * positions that lie on the image.
 */
export function averagePool2d(
  context: OperationContext,
  x: GraphTensor,
  options: Pool2dOptions,
): GraphTensor {
  const { graph, tape } = context;
  const { padding } = options;
  if (typeof padding !== 'string') {
    const padded = zeroPad2d(context, x, padding);
    const mean = averagePool2d(context, padded, { ...options, padding: 'valid' });
    const factors = graph.constant(...overlapFactors(x, mean, options, [padding[0], padding[2]]));
    const y = graph.float('Mul', [mean, factors], mean.shape);
    return tape.record(y, [{ tensor: mean, gradient: (dy) => scaleGradient(graph, factors, dy) }]);
  }
  const attributes = poolAttributes(options);
  const y = graph.float('AvgPool', [x], pooledShape(x, options), attributes);
  return tape.record(y, [{ tensor: x, gradient: (dy) => averagePoolGradient(graph, x, dy, attributes) }]);
}

/** Mean over height and width: N×H×W×C to N×C. */
export function globalAveragePool2d({ graph, tape }: OperationContext, x: GraphTensor): GraphTensor {
  const { batch, channels } = imageExtents(x);
  const attributes = { Tidx: attribute.type(DataType.int32) };
  const y = graph.float('Mean', [x, graph.integers([1, 2])], [batch, channels], attributes);
  return tape.record(y, [{ tensor: x, gradient: (dy) => globalAveragePoolGradient(graph, x, dy) }]);
}

function poolAttributes({
  window,
  strides,
  padding,
}: Pool2dOptions): Readonly<Record<string, AttributeValue>> {
  return {
    ksize: perAxis(window),
    strides: perAxis(strides),
    padding: attribute.string(windowPadding(padding)),
  };
}

function windowPadding(padding: Pool2dOptions['padding']): WindowPadding {
  return padding === 'same' ? 'SAME' : 'VALID';
}

function pooledShape(x: GraphTensor, { window, strides, padding }: Pool2dOptions): GraphShape {
  const { batch, height, width, channels } = imageExtents(x);
  return [
    batch,
    windowCount(height, window[0], strides[0], windowPadding(padding)),
    windowCount(width, window[1], strides[1], windowPadding(padding)),
    channels,
  ];
}

/** Window size over positions on the image, for each output row and column; 0 where there are none. */
function overlapFactors(
  x: GraphTensor,
  output: GraphTensor,
  { window, strides }: Pool2dOptions,
  before: readonly [top: number, left: number],
): [Float32Array, GraphShape] {
  const input = imageExtents(x);
  const { height, width } = imageExtents(output);
  const overlap = (position: number, axis: 0 | 1, extent: number): number => {
    const start = position * strides[axis] - before[axis];
    return Math.max(0, Math.min(start + window[axis], extent) - Math.max(start, 0));
  };
  const factors = new Float32Array(height * width);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const count = overlap(row, 0, input.height) * overlap(column, 1, input.width);
      factors[row * width + column] = count === 0 ? 0 : (window[0] * window[1]) / count;
    }
  return [factors, [1, height, width, 1]];
}
