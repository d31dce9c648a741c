import { adaptiveWindows } from '../../../../network/layers/adaptiveWindows';
import type { Activation } from '../../../importing/activation';
import { NoLayer } from '../../../importing/noLayer';
import type { Operator, Reader } from '../operator';
import { channelsFirst } from '../orders';
import { slidingConfig } from '../windowConfig';

export const maxPool: Reader = (operator) => {
  const x = channelsFirst(operator, operator.activation(0));
  const poolSize = operator.ints('kernel_shape') ?? [];
  const dilations = operator.ints('dilations') ?? [1, 1];
  if (dilations.some((dilation) => dilation !== 1)) throw new NoLayer('it has a dilation');
  const config = { poolSize, ...slidingConfig(operator, x, poolSize, dilations) };
  return operator.layer({ kind: 'maxPool2d', config, inputs: [x], order: 'channelsFirst' });
};

/** Layers leave padded positions out of the mean. Where they are to count, zeros are put around the image first. */
export const averagePool: Reader = (operator) => {
  const x = channelsFirst(operator, operator.activation(0));
  const poolSize = operator.ints('kernel_shape') ?? [];
  const { strides, padding, explicitPadding } = slidingConfig(operator, x, poolSize, [1, 1]);
  const counts = operator.int('count_include_pad', 0) === 1 && padding !== 'valid';
  if (counts && operator.int('ceil_mode', 0) === 1)
    throw new NoLayer('it counts its padding and rounds its extents up');
  const padded = counts
    ? operator.layer({
        kind: 'zeroPad2d',
        config: { padding: explicitPadding },
        inputs: [x],
        order: 'channelsFirst',
      })
    : x;
  const sides = counts ? { padding: 'valid' } : { padding, explicitPadding };
  return operator.layer({
    kind: 'averagePool2d',
    config: { poolSize, strides, ...sides },
    inputs: [padded],
    order: 'channelsFirst',
  });
};

/** What takes a vector behind a global pool; all else wants an image of one pixel. */
const flattening = ['Flatten', 'Reshape', 'Squeeze'];

export const globalAveragePool: Reader = (operator) => globalMean(operator, true);

function globalMean(operator: Operator, keepsAxes: boolean): Activation {
  const x = channelsFirst(operator, operator.activation(0));
  if (!keepsAxes || operator.usersOfOutput().every((user) => flattening.includes(user)))
    return operator.layer({ kind: 'globalAveragePool2d', inputs: [x], order: 'features' });
  const config = { outputSize: [1, 1] };
  return operator.layer({ kind: 'adaptiveAveragePool2d', config, inputs: [x], order: 'channelsFirst' });
}

/** As a pool whose window is the whole image. */
export const globalMaxPool: Reader = (operator) => {
  const x = channelsFirst(operator, operator.activation(0));
  if (x.shape === null) throw new NoLayer('the size of what it is given is not known');
  const poolSize = x.shape.slice(0, 2);
  const config = { poolSize, strides: poolSize };
  return operator.layer({ kind: 'maxPool2d', config, inputs: [x], order: 'channelsFirst' });
};

/** Means over height and width; others have no layer. */
export const reduceMean: Reader = (operator) => {
  const x = operator.activation(0);
  const axes = (operator.listed('axes', 1) ?? []).map((axis) => (axis < 0 ? axis + 4 : axis)).sort();
  const positions = x.order === 'channelsFirst' ? [2, 3] : x.order === 'channelsLast' ? [1, 2] : [];
  if (positions.length === 0 || axes.join() !== positions.join())
    throw new NoLayer('it takes the mean of other axes than height and width');
  const keepsAxes = operator.int('keepdims', 1) === 1;
  if (x.order === 'channelsFirst') return globalMean(operator, keepsAxes);
  const kind = keepsAxes ? 'adaptiveAveragePool2d' : 'globalAveragePool2d';
  return operator.layer({ kind, inputs: [x], order: keepsAxes ? 'channelsLast' : 'features' });
};

/** Products with matrices of means, from the left and then from the right: R · x · Cᵀ. */
export function meansFromLeft(operator: Operator): { readonly rows: number } | null {
  const matrix = operator.inputs[0];
  if (matrix?.type !== 'constant' || matrix.shape.length !== 2) return null;
  const [rows = 1, height = 1] = matrix.shape;
  return isMeans(matrix.values, rows, height, (row, column) => row * height + column) ? { rows } : null;
}

export function meansFromRight(operator: Operator): { readonly columns: number } | null {
  const matrix = operator.inputs[1];
  if (matrix?.type !== 'constant' || matrix.shape.length !== 2) return null;
  const [width = 1, columns = 1] = matrix.shape;
  return isMeans(matrix.values, columns, width, (row, column) => column * columns + row) ? { columns } : null;
}

function isMeans(
  values: ArrayLike<number>,
  cells: number,
  extent: number,
  place: (cell: number, at: number) => number,
): boolean {
  return adaptiveWindows(extent, cells).every(([start, end], cell) =>
    Array.from({ length: extent }, (_, at) => at).every((at) => {
      const share = at >= start && at < end ? 1 / (end - start) : 0;
      return Math.abs((values[place(cell, at)] ?? 0) - share) < 1e-5;
    }),
  );
}
