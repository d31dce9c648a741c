import { adaptiveWindows, type Window } from '../../../network/layers/adaptiveWindows';
import { only } from '../../../network/layers/defineLayer';
import { sidesOf } from '../../keras/innerShape';
import type { LayerResult, LayersGraph, LayerWriter } from '../layersGraph';

type Pool = 'MaxPooling2D' | 'AveragePooling2D';

/**
 * A pool with padding of its own, in three steps: a pool of step 1 with SAME padding, which counts no padding either,
 * cut to the windows from the first to the last, of which each `strides`th is kept. Where padding is more than half of
 * a window, each window is a pool by itself.
 */
export function paddedPooling(className: Pool): LayerWriter {
  return (graph, { arguments: settings, outputShape }, inputs) => {
    const x = only(inputs);
    const [height = 0, width = 0, channels = 0] = x.shape;
    const [rows = 0, columns = 0] = outputShape;
    const window = pairOf(settings['pool_size']);
    const strides = pairOf(settings['strides']);
    const [top, , left] = sidesOf(settings['padding']);
    const down = windowsTaken(height, rows, window[0], strides[0], top);
    const across = windowsTaken(width, columns, window[1], strides[1], left);
    if (down === null || across === null)
      return eachWindow(
        graph,
        className,
        x,
        insideWindows(height, rows, window[0], strides[0], top),
        insideWindows(width, columns, window[1], strides[1], left),
      );
    const pooled = graph.add(className, [x], x.shape, {
      pool_size: window,
      strides: [1, 1],
      padding: 'same',
    });
    const cut = graph.crop(pooled, down, across);
    return strides.every((stride) => stride === 1)
      ? cut
      : graph.add('MaxPooling2D', [cut], [rows, columns, channels], { pool_size: [1, 1], strides });
  };
}

/** Of windows that begin at each position, SAME padded, the first and the end of those that are taken; null where one is missing. */
function windowsTaken(
  input: number,
  output: number,
  window: number,
  stride: number,
  before: number,
): Window | null {
  const first = Math.floor((window - 1) / 2) - before;
  const end = first + stride * (output - 1) + 1;
  return first < 0 || end > input ? null : [first, end];
}

/** What each window has of the input. */
function insideWindows(
  input: number,
  output: number,
  window: number,
  stride: number,
  before: number,
): readonly Window[] {
  return Array.from({ length: output }, (_, index) => {
    const start = index * stride - before;
    return [Math.max(0, start), Math.min(input, start + window)];
  });
}

/** Means of windows that may overlap. */
export const adaptivePooling: LayerWriter = (graph, { outputShape }, inputs) => {
  const x = only(inputs);
  const [height = 0, width = 0] = x.shape;
  const [rows = 1, columns = 1] = outputShape;
  if (height % rows === 0 && width % columns === 0) {
    const window = [height / rows, width / columns];
    return graph.add('AveragePooling2D', [x], outputShape, { pool_size: window, strides: window });
  }
  const [down, across] = [adaptiveWindows(height, rows), adaptiveWindows(width, columns)];
  return eachWindow(graph, 'AveragePooling2D', x, down, across);
};

/** Each window pooled by itself: of rows, and then of columns. */
function eachWindow(
  graph: LayersGraph,
  className: Pool,
  x: LayerResult,
  rows: readonly Window[],
  columns: readonly Window[],
): LayerResult {
  const [, width = 0, channels = 0] = x.shape;
  const down = rows.map((window) => {
    const size = [window[1] - window[0], 1];
    const cut = graph.crop(x, window, [0, width]);
    return graph.add(className, [cut], [1, width, channels], { pool_size: size, strides: size });
  });
  const joined = graph.join(down, 0);
  const across = columns.map((window) => {
    const size = [1, window[1] - window[0]];
    const cut = graph.crop(joined, [0, rows.length], window);
    return graph.add(className, [cut], [rows.length, 1, channels], { pool_size: size, strides: size });
  });
  return graph.join(across, 1);
}

/**
 * Bilinear, as the mean of what a nearest-neighbour image twice as large has around each pixel: straight lines between
 * the middles of pixels, and at the border the border, where TensorFlow.js's own takes pixels for points.
 */
export const upsampling: LayerWriter = (graph, { arguments: settings, outputShape }, inputs) => {
  const x = only(inputs);
  const size = pairOf(settings['size']);
  if (settings['interpolation'] !== 'bilinear') return graph.add('UpSampling2D', [x], outputShape, { size });
  const [height = 0, width = 0, channels = 0] = x.shape;
  const twice = [2 * size[0], 2 * size[1]] as const;
  const shape = [height * twice[0], width * twice[1], channels];
  const near = graph.add('UpSampling2D', [x], shape, { size: twice });
  return graph.add('AveragePooling2D', [near], outputShape, {
    pool_size: twice,
    strides: [2, 2],
    padding: 'same',
  });
};

function pairOf(value: unknown): readonly [number, number] {
  const [first = 1, second = first] = [value].flat().map(Number);
  return [first, second];
}
