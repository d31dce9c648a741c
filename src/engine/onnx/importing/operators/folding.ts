import { elementCount } from '../../../../network/layers/shape';
import { NoLayer } from '../../../importing/noLayer';
import { permuteValues } from '../../permuteValues';
import { type Constant, constantOf } from '../constant';
import type { Operator, Reader } from '../operator';
import { extentsOf } from '../orders';

/** Constants made of constants, and of the shapes of images: what exporters write in front of a Reshape. */
function list(
  operator: Operator,
  values: readonly number[],
  shape: readonly number[] = [values.length],
): Constant {
  return { type: 'constant', name: operator.node.output[0] ?? '', shape, values };
}

export const constant: Reader = (operator) => {
  const name = operator.node.output[0] ?? '';
  const tensor = operator.attribute('value')?.t;
  if (tensor !== null && tensor !== undefined) return { ...constantOf(tensor), name };
  const [ints, floats] = [operator.ints('value_ints'), operator.floats('value_floats')];
  if (ints !== undefined) return list(operator, ints);
  if (floats !== undefined) return list(operator, floats);
  const [int, float] = [operator.attribute('value_int')?.i, operator.attribute('value_float')?.f];
  const value = int ?? float;
  if (value === undefined) throw new NoLayer('its value is no number');
  return list(operator, [value], []);
};

/** The batch axis is −1: as many as there are. */
export const shape: Reader = (operator) => {
  const [value] = operator.inputs;
  if (value?.type === 'constant') return list(operator, value.shape);
  const extents = extentsOf(operator.activation(0));
  if (extents === null) throw new NoLayer('the size of what it is given is not known');
  return list(operator, [-1, ...extents]);
};

export const gather: Reader = (operator) => {
  const [from, at] = [operator.weight(0), operator.weight(1)];
  if (operator.int('axis', 0) !== 0 || from.shape.length !== 1)
    throw new NoLayer('it picks parts of a tensor');
  const picked = Array.from(
    at.values,
    (index) => from.values[index < 0 ? index + from.values.length : index] ?? 0,
  );
  return list(operator, picked, at.shape);
};

/** Rows of a constant, from the first or from the last. */
export const slice: Reader = (operator) => {
  const from = operator.weight(0);
  const [start = 0] = operator.listed('starts', 1) ?? [];
  const [end = 0] = operator.listed('ends', 2) ?? [];
  const [axis = 0] = operator.listed('axes', 3) ?? [];
  const step = operator.constant(4)?.values[0] ?? 1;
  const [rows = 0, ...others] = from.shape;
  if (axis !== 0 || Math.abs(step) !== 1 || from.values.length > mostFolded)
    throw new NoLayer('it cuts a part out of a tensor');
  const width = elementCount(others);
  const values = Array.from(from.values);
  const all = Array.from({ length: rows }, (_, row) => values.slice(row * width, (row + 1) * width));
  const place = (at: number) => Math.min(Math.max(at < 0 ? at + rows : at, -1), rows);
  const picked =
    step === 1
      ? all.slice(Math.max(place(start), 0), Math.max(place(end), 0))
      : all.slice(place(end) + 1, place(start) + 1).reverse();
  return list(operator, picked.flat(), [picked.length, ...others]);
};

/** Larger constants are no sizes, and not made. */
const mostFolded = 64;

export const constantOfShape: Reader = (operator) => {
  const extents = Array.from(operator.weight(0).values);
  const count = elementCount(extents);
  if (!(count >= 0 && count <= mostFolded)) throw new NoLayer('it makes a large constant');
  const tensor = operator.attribute('value')?.t;
  const [value = 0] = tensor === null || tensor === undefined ? [0] : constantOf(tensor).values;
  return list(
    operator,
    Array.from({ length: count }, () => value),
    extents,
  );
};

/** A constant with its values in another shape, or null where there is something to compute. */
export function foldedReshape(operator: Operator): Constant | null {
  const [value] = operator.inputs;
  if (value?.type !== 'constant') return null;
  const target = operator.listed('shape', 1) ?? [];
  const copied = target.map((extent, axis) => (extent === 0 ? (value.shape[axis] ?? 1) : extent));
  const known = copied.filter((extent) => extent !== -1).reduce((product, extent) => product * extent, 1);
  const shape = copied.map((extent) => (extent === -1 ? value.values.length / known : extent));
  if (elementCount(shape) !== value.values.length) throw new NoLayer('its shape does not fit its values');
  return { ...value, shape };
}

export function foldedTranspose(operator: Operator): Constant | null {
  const [value] = operator.inputs;
  if (value?.type !== 'constant') return null;
  const perm = operator.ints('perm') ?? value.shape.map((_, axis) => axis).reverse();
  const isPermutation = [...perm].sort((left, right) => left - right).every((axis, at) => axis === at);
  if (perm.length !== value.shape.length || !isPermutation) throw new NoLayer('its order of axes is none');
  const values = permuteValues(Float32Array.from(value.values), value.shape, perm);
  return { ...value, shape: perm.map((axis) => value.shape[axis] ?? 1), values };
}

/** A vector stays one, and a number becomes one. */
export function foldedAxes(operator: Operator): Constant | null {
  const [value] = operator.inputs;
  if (value?.type !== 'constant') return null;
  if (value.values.length !== 1 && value.shape.length !== 1)
    throw new NoLayer('it changes the axes of a constant');
  return {
    ...value,
    shape: operator.node.opType === 'Squeeze' && value.values.length === 1 ? [] : [value.values.length],
  };
}

/** Joined vectors, or null where there is something to compute. */
export function foldedConcat(operator: Operator): Constant | null {
  const parts = operator.inputs.flatMap((value) => (value?.type === 'constant' ? [value] : []));
  if (parts.length < operator.inputs.length || parts.some(({ shape: extents }) => extents.length > 1))
    return null;
  return list(
    operator,
    parts.flatMap(({ values }) => Array.from(values)),
  );
}
