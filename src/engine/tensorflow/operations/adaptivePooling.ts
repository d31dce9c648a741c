import { adaptiveWindows } from '../../../network/layers/adaptiveWindows';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import type { OperationContext } from './operationContext';
import { averagePool2d } from './pooling';
import { imageExtents, reshape } from './shapes';

/** Means over windows of equal size where they divide the image; else a constant matrix that mixes the pixels. */
export function adaptiveAveragePool2d(
  context: OperationContext,
  x: GraphTensor,
  [rows, columns]: readonly [height: number, width: number],
): GraphTensor {
  const { graph, tape } = context;
  const { batch, height, width, channels } = imageExtents(x);
  if (height === rows && width === columns) return x;
  if (height % rows === 0 && width % columns === 0) {
    const window = [height / rows, width / columns] as const;
    return averagePool2d(context, x, { window, strides: window, padding: 'valid' });
  }
  const shares = graph.constant(pixelShares([height, width], [rows, columns]), [
    rows * columns,
    height * width,
  ]);
  const mixed = (tensor: GraphTensor, positions: number, backwards: boolean): GraphTensor =>
    graph.float('BatchMatMulV2', [shares, tensor], [-1, positions, channels], {
      adj_x: attribute.bool(backwards),
    });
  const y = mixed(reshape(graph, x, [-1, height * width, channels]), rows * columns, false);
  const image = reshape(graph, y, [batch, rows, columns, channels]);
  const gradient = (dy: GraphTensor): GraphTensor =>
    reshape(graph, mixed(reshape(graph, dy, [-1, rows * columns, channels]), height * width, true), x.shape);
  return tape.record(image, [{ tensor: x, gradient }]);
}

/** For each window, row-major, the share of each pixel in its mean. */
function pixelShares(
  [height, width]: readonly [number, number],
  [rows, columns]: readonly [number, number],
): Float32Array {
  const shares = new Float32Array(rows * columns * height * width);
  for (const [row, [top, bottom]] of adaptiveWindows(height, rows).entries())
    for (const [column, [left, right]] of adaptiveWindows(width, columns).entries()) {
      const start = (row * columns + column) * height * width;
      const share = 1 / ((bottom - top) * (right - left));
      for (let y = top; y < bottom; y++)
        shares.fill(share, start + y * width + left, start + y * width + right);
    }
  return shares;
}
