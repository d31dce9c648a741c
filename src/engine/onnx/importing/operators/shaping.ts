import { elementCount } from '../../../../network/layers/shape';
import type { Activation } from '../../../importing/activation';
import { NoLayer } from '../../../importing/noLayer';
import type { Operator, Reader } from '../operator';
import { channelsFirst, channelsOf, extentsOf, flattened, permuted, rowMajor } from '../orders';
import type { Value } from '../value';
import { foldedReshape, foldedTranspose } from './folding';

export const flatten: Reader = (operator) => {
  const axis = operator.int('axis', 1);
  if (axis !== 1) throw new NoLayer('it joins other axes than all behind the batch');
  return flattened(operator, operator.activation(0));
};

export const reshape: Reader = (operator) => {
  const folded = foldedReshape(operator);
  if (folded !== null) return folded;
  const [value] = operator.inputs;
  if (value?.type === 'step' && value.name === 'groupNormalised')
    return groupNorm(operator, value.of, value.numbers);
  const x = operator.activation(0);
  const target = operator.listed('shape', 1);
  if (target === undefined) throw new NoLayer('its shape is missing');
  const extents = target.slice(1);
  const before = extentsOf(x);
  const copied = extents.map((extent, axis) => (extent === 0 ? (before?.[axis] ?? 0) : extent));
  const full = filled(copied, x);
  if (full !== null && full.join() === before?.join()) return x;
  if (copied.length === 1) return flattened(operator, x);
  const groups = full?.[0] ?? copied[0] ?? 0;
  if (copied.length === 2 && x.order !== 'channelsLast' && groups > 0)
    return { type: 'step', name: 'grouped', of: x, numbers: [groups] };
  if (copied.length !== 3 || full === null) throw new NoLayer(`it makes a tensor of ${target.length} axes`);
  return operator.layer({
    kind: 'reshape',
    config: { targetShape: full },
    inputs: [rowMajor(operator, x)],
    order: 'channelsLast',
  });
};

/** Extents with the open one filled in; null where that can't be. */
function filled(extents: readonly number[], { shape }: Activation): readonly number[] | null {
  if (!extents.includes(-1)) return extents;
  if (shape === null) return null;
  const known = extents.filter((extent) => extent !== -1).reduce((product, extent) => product * extent, 1);
  const left = elementCount(shape) / known;
  return Number.isInteger(left) ? extents.map((extent) => (extent === -1 ? left : extent)) : null;
}

function groupNorm(
  operator: Operator,
  x: Activation,
  [groups = 1, epsilon = 1e-5]: readonly number[],
): Value {
  const channels = channelsOf(x);
  if (channels === null) throw new NoLayer('the size of what it is given is not known');
  return operator.layer({
    kind: 'groupNorm',
    config: { groups, epsilon },
    inputs: [x],
    weights: { gamma: new Float32Array(channels).fill(1), beta: new Float32Array(channels) },
    order: x.order,
  });
}

const axisNames = { channelsFirst: ['c', 'h', 'w'], channelsLast: ['h', 'w', 'c'] } as const;

/** From one order to the other it needs no layer, for a layer's image has one order only. */
export const transpose: Reader = (operator) => {
  const folded = foldedTranspose(operator);
  if (folded !== null) return folded;
  const x = operator.activation(0);
  const perm = operator.ints('perm') ?? [];
  if (perm.every((axis, place) => axis === place)) return x;
  if (perm.length !== 4 || perm[0] !== 0 || (x.order !== 'channelsFirst' && x.order !== 'channelsLast'))
    throw new NoLayer('it exchanges other axes than those of an image');
  const order = perm.slice(1).join('');
  if (x.order === 'channelsFirst' && order === '231') return { ...x, order: 'channelsLast' };
  if (x.order === 'channelsLast' && order === '312') return { ...x, order: 'channelsFirst' };
  const names = perm
    .slice(1)
    .map((axis) => axisNames[x.order === 'channelsFirst' ? 'channelsFirst' : 'channelsLast'][axis - 1] ?? '');
  // What ONNX has as c′×h′×w′ is the layer's h′×w′×c′.
  const [first = '', second = '', third = ''] = names;
  const letters = x.order === 'channelsFirst' ? [second, third, first] : names;
  return permuted(operator, x, letters.join(''), x.order);
};

export const squeeze: Reader = (operator) => {
  const x = operator.activation(0);
  if (x.order === 'features' || x.order === 'channelsFirstFeatures') return x;
  const [height = 0, width = 0] = x.shape ?? [];
  if (height * width !== 1) throw new NoLayer('it takes an axis off an image');
  return flattened(operator, x);
};

export const unsqueeze: Reader = (operator) => {
  const x = operator.activation(0);
  const axes = (operator.listed('axes', 1) ?? []).join();
  if (x.order !== 'features') throw new NoLayer('it adds an axis to an image');
  if (axes === '1') return { type: 'step', name: 'row', of: x, numbers: [] };
  if (axes !== '2,3' && axes !== '-1,-2' && axes !== '-2,-1')
    throw new NoLayer('it makes no image of its input');
  return channelsFirst(operator, x);
};

/** Zeros around an image, or more channels of zeros behind its own. */
export const pad: Reader = (operator) => {
  const x = channelsFirst(operator, operator.activation(0));
  const pads = operator.listed('pads', 1) ?? operator.ints('paddings') ?? [];
  if (operator.text('mode', 'constant') !== 'constant') throw new NoLayer('it pads with copies of the image');
  const filling = operator.constant(2)?.values[0] ?? operator.float('value', 0);
  if (filling !== 0) throw new NoLayer('it pads with something else than zeros');
  const [n0, c0, top = 0, left = 0, n1, c1 = 0, bottom = 0, right = 0] = pads;
  if (pads.length !== 8 || n0 !== 0 || n1 !== 0 || c0 !== 0)
    throw new NoLayer('it pads other axes than those of an image');
  const padding = [top, bottom, left, right];
  const framed = padding.every((rows) => rows === 0)
    ? x
    : operator.layer({ kind: 'zeroPad2d', config: { padding }, inputs: [x], order: 'channelsFirst' });
  if (c1 === 0) return framed;
  const channels = channelsOf(framed);
  if (channels === null) throw new NoLayer('the size of what it is given is not known');
  const config = { channels: channels + c1 };
  return operator.layer({ kind: 'shortcutPad', config, inputs: [framed], order: 'channelsFirst' });
};

/** By whole factors: nearest pixels, or lines between centres. */
export const resize: Reader = (operator) => {
  const x = channelsFirst(operator, operator.activation(0));
  const scales = operator.floats('scales') ?? scalesOf(operator, x);
  const [, , rows = 0, columns = 0] = scales;
  const mode = operator.text('mode', 'nearest');
  const fallback = operator.node.opType === 'Upsample' ? 'asymmetric' : 'half_pixel';
  const centres = operator.text('coordinate_transformation_mode', fallback);
  const nearestMode = operator.text(
    'nearest_mode',
    fallback === 'asymmetric' ? 'floor' : 'round_prefer_floor',
  );
  const nearest =
    mode === 'nearest' &&
    ((centres === 'asymmetric' && nearestMode === 'floor') ||
      (centres === 'half_pixel' && nearestMode.startsWith('round')));
  const bilinear = mode === 'linear' && (centres === 'half_pixel' || centres === 'pytorch_half_pixel');
  if (scales.length !== 4 || scales[0] !== 1 || scales[1] !== 1 || (!nearest && !bilinear))
    throw new NoLayer('it resizes in a way that no layer does');
  const config = { factors: [rows, columns], interpolation: nearest ? 'nearest' : 'bilinear' };
  return operator.layer({ kind: 'upsampling2d', config, inputs: [x], order: 'channelsFirst' });
};

function scalesOf(operator: Operator, x: Activation): readonly number[] {
  const given = operator.constant(operator.node.opType === 'Upsample' || operator.operatorSet < 11 ? 1 : 2);
  if (given !== undefined && given.values.length > 0) return Array.from(given.values);
  const sizes = operator.constant(3)?.values ?? [];
  const before = extentsOf(x) ?? [];
  return [1, 1, (sizes[2] ?? 0) / (before[1] ?? 1), (sizes[3] ?? 0) / (before[2] ?? 1)];
}
