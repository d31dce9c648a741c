import { fillOpenExtent } from '../../../network/layers/openExtent';
import type { Interpolation, ShapingOps } from '../../../network/layers/shapingOps';
import { bilinearGradient, nearestGradient } from '../gradients/upsample2d';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import type { OperationContext } from './operationContext';
import { padChannels } from './padding';
import { imageExtents, reshape } from './shapes';

type Factors = readonly [rows: number, columns: number];

/** Changes of shape as graph nodes. */
export function shapingOps(context: OperationContext): ShapingOps<GraphTensor> {
  const { graph, tape } = context;
  return {
    upsample2d: (x, factors, interpolation) => upsample2d(context, x, factors, interpolation),
    reshape(x, extents) {
      const count = x.shape.slice(1).reduce((product, extent) => product * extent, 1);
      const filled = fillOpenExtent(extents, count);
      if (filled === null) throw new Error(`${count} values don't make ${extents.join('×')}.`);
      const y = reshape(graph, x, [-1, ...filled]);
      return tape.record(y, [{ tensor: x, gradient: (dy) => reshape(graph, dy, x.shape) }]);
    },
    padChannels: (x, channels) => padChannels(context, x, channels),
    permute(x, order) {
      const axes = [0, ...order.map((axis) => axis + 1)];
      const back = axes.map((_, axis) => axes.indexOf(axis));
      const y = transpose(context, x, axes);
      return tape.record(y, [{ tensor: x, gradient: (dy) => transpose(context, dy, back) }]);
    },
  };
}

function transpose({ graph }: OperationContext, x: GraphTensor, axes: readonly number[]): GraphTensor {
  const shape = axes.map((axis) => x.shape[axis] ?? 1);
  const attributes = { Tperm: attribute.type(DataType.int32) };
  return graph.float('Transpose', [x, graph.integers(axes)], shape, attributes);
}

function upsample2d(
  { graph, tape }: OperationContext,
  x: GraphTensor,
  factors: Factors,
  interpolation: Interpolation,
): GraphTensor {
  const [rows, columns] = factors;
  const { batch, height, width, channels } = imageExtents(x);
  const shape = [batch, height * rows, width * columns, channels];
  if (interpolation === 'bilinear') {
    const size = graph.integers([height * rows, width * columns]);
    const y = graph.float('ResizeBilinear', [x, size], shape, { half_pixel_centers: attribute.bool(true) });
    return tape.record(y, [{ tensor: x, gradient: (dy) => bilinearGradient(graph, x, dy) }]);
  }
  // Copies along the width first, then of whole rows. (The resizing op would do, but its gradient adds in any order.)
  const repeated = (tensor: GraphTensor, times: number, length: number): GraphTensor => {
    const attributes = { Tmultiples: attribute.type(DataType.int32) };
    const single = reshape(graph, tensor, [-1, 1, length]);
    return graph.float('Tile', [single, graph.integers([1, times, 1])], [-1, times, length], attributes);
  };
  const wide = repeated(x, columns, channels);
  const y = reshape(graph, repeated(wide, rows, width * columns * channels), shape);
  return tape.record(y, [{ tensor: x, gradient: (dy) => nearestGradient(graph, x, factors, dy) }]);
}
