import { adaptiveWindows, type Window } from '../../../network/layers/adaptiveWindows';
import type { Pair, Pool2dOptions } from '../../../network/layers/ops';
import type { OnnxGraph } from '../onnxGraph';
import { imageOf, type OnnxTensor } from '../onnxTensor';
import { slidingWindow } from './window';

export function maxPool2d(graph: OnnxGraph, x: OnnxTensor, options: Pool2dOptions): OnnxTensor {
  return pool(graph, 'MaxPool', x, options);
}

/** ONNX leaves padded positions out of the mean unless it is told to count them. */
export function averagePool2d(graph: OnnxGraph, x: OnnxTensor, options: Pool2dOptions): OnnxTensor {
  return pool(graph, 'AveragePool', x, options);
}

function pool(graph: OnnxGraph, opType: string, x: OnnxTensor, options: Pool2dOptions): OnnxTensor {
  const { pads, height, width } = slidingWindow(x, options.window, options);
  // onnxruntime (1.30) joins a Pad to the pool behind it even where a pool may not pad as much, and then refuses it.
  const apart = graph.isMadeBy(x, 'Pad') ? graph.add('Clip', [x], x.shape) : x;
  return graph.add(opType, [apart], [height, width, imageOf(x).channels], {
    kernel_shape: options.window,
    strides: options.strides,
    pads,
  });
}

export function globalAveragePool2d(graph: OnnxGraph, x: OnnxTensor): OnnxTensor {
  const { channels } = imageOf(x);
  const means = graph.add('GlobalAveragePool', [x], [1, 1, channels]);
  return graph.add('Flatten', [means], [channels], { axis: 1 });
}

/** Windows of two sizes are no pool of ONNX's: the means are products with a matrix for each axis, R · x · Cᵀ. */
export function adaptiveAveragePool2d(graph: OnnxGraph, x: OnnxTensor, [rows, columns]: Pair): OnnxTensor {
  const { height, width, channels } = imageOf(x);
  const down = meansMatrix(adaptiveWindows(height, rows), height);
  const across = meansMatrix(adaptiveWindows(width, columns), width);
  const transposed = Array.from({ length: width * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    return across[column * width + row] ?? 0;
  });
  const rowMeans = graph.add(
    'MatMul',
    [graph.floats('rows', [rows, height], down), x],
    [rows, width, channels],
  );
  const columnMatrix = graph.floats('columns', [width, columns], transposed);
  return graph.add('MatMul', [rowMeans, columnMatrix], [rows, columns, channels]);
}

/** A row for each window, 1/length within it. */
function meansMatrix(windows: readonly Window[], extent: number): readonly number[] {
  return windows.flatMap(([start, end]) =>
    Array.from({ length: extent }, (_, at) => (at >= start && at < end ? 1 / (end - start) : 0)),
  );
}
