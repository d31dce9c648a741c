import type { Pair, Sides } from '../../../network/layers/ops';
import { elementCount } from '../../../network/layers/shape';
import type { Interpolation } from '../../../network/layers/shapingOps';
import type { OnnxGraph } from '../onnxGraph';
import { channelAxis, channelsOf, imageOf, type OnnxTensor } from '../onnxTensor';
import { imagePads } from './window';

/** Row-major in the op set's order, so an image is turned to channels last first. */
export function flatten(graph: OnnxGraph, x: OnnxTensor): OnnxTensor {
  return graph.add('Flatten', [graph.channelsLast(x)], [elementCount(x.shape)], { axis: 1 });
}

export function reshape(graph: OnnxGraph, x: OnnxTensor, extents: readonly number[]): OnnxTensor {
  const known = extents.reduce((product, extent) => product * (extent || 1), 1);
  const full = extents.map((extent) => extent || elementCount(x.shape) / known);
  const shape = graph.integers('extents', [-1, ...full]);
  return graph.channelsFirst(graph.add('Reshape', [graph.channelsLast(x), shape], full));
}

export function permute(graph: OnnxGraph, x: OnnxTensor, order: readonly number[]): OnnxTensor {
  const extents = order.map((axis) => x.shape[axis] ?? 1);
  const perm = [0, ...order.map((axis) => axis + 1)];
  return graph.channelsFirst(graph.turn(graph.channelsLast(x), extents, perm));
}

/**
 * Half-pixel centres for bilinear; copies of the nearest value are floor(i / factor). Behind turned axes bilinear goes
 * rows first, then columns, which is the same: onnxruntime carries the turn through, and refuses two scales on axes that
 * don't lie side by side.
 */
export function upsample2d(
  graph: OnnxGraph,
  x: OnnxTensor,
  factors: Pair,
  interpolation: Interpolation,
): OnnxTensor {
  const [rows, columns] = factors;
  if (interpolation === 'bilinear' && graph.turned && rows > 1 && columns > 1)
    return resize(graph, resize(graph, x, [rows, 1], interpolation), [1, columns], interpolation);
  return resize(graph, x, factors, interpolation);
}

function resize(graph: OnnxGraph, x: OnnxTensor, [rows, columns]: Pair, interpolation: Interpolation) {
  const { height, width, channels } = imageOf(x);
  const nearest = interpolation === 'nearest';
  const scales = graph.floats('scales', [4], [1, 1, rows, columns]);
  return graph.add('Resize', [x, '', scales], [height * rows, width * columns, channels], {
    mode: nearest ? 'nearest' : 'linear',
    coordinate_transformation_mode: nearest ? 'asymmetric' : 'half_pixel',
    nearest_mode: nearest ? 'floor' : undefined,
  });
}

export function zeroPad2d(graph: OnnxGraph, x: OnnxTensor, sides: Sides): OnnxTensor {
  const { height, width, channels } = imageOf(x);
  const [top, bottom, left, right] = sides;
  const extents = [height + top + bottom, width + left + right, channels];
  return graph.add('Pad', [x, graph.integers('pads', imagePads(sides))], extents);
}

export function padChannels(graph: OnnxGraph, x: OnnxTensor, channels: number): OnnxTensor {
  const { height, width } = imageOf(x);
  const pads = [0, 0, 0, 0, 0, channels - channelsOf(x), 0, 0];
  return graph.add('Pad', [x, graph.integers('pads', pads)], [height, width, channels]);
}

export function concat(graph: OnnxGraph, parts: readonly OnnxTensor[]): OnnxTensor {
  const [first] = parts;
  if (first === undefined) throw new Error('Concat was called without inputs.');
  const channels = parts.reduce((sum, part) => sum + channelsOf(part), 0);
  return graph.add('Concat', parts, [...first.shape.slice(0, -1), channels], { axis: channelAxis(first) });
}
