import { elementCount } from '../../../network/layers/shape';
import { halfToNumber } from '../../importing/halfToNumber';
import { NoLayer } from '../../importing/noLayer';
import type { ReadTensor } from './decodeModel';

/** A tensor whose values are known: a weight, or what a shape is made of. */
export interface Constant {
  readonly type: 'constant';
  /** As ONNX has it. */
  readonly name: string;
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: readonly number[] | Float32Array;
}

/** Throws NoLayer where the values are missing, or of a type that no weight has. */
export function constantOf(tensor: ReadTensor): Constant {
  const { name, dims } = tensor;
  if (dims.some((extent) => !Number.isSafeInteger(extent) || extent < 0))
    throw new NoLayer(`the weight ${name} has no shape that could be`);
  if (tensor.dataLocation === 1) throw new NoLayer(`the values of ${name} are in another file`);
  const values = valuesOf(tensor);
  if (values === null) throw new NoLayer(`the weight ${name} is of a type that no layer has`);
  if (values.length !== elementCount(dims))
    throw new NoLayer(`the weight ${name} has not as many values as its shape says`);
  return { type: 'constant', name, shape: dims, values };
}

/** ONNX's numbers for element types: TensorProto.DataType. */
function valuesOf(tensor: ReadTensor): readonly number[] | Float32Array | null {
  const { rawData: raw } = tensor;
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const each = (width: number, read: (at: number) => number): readonly number[] =>
    Array.from({ length: Math.floor(raw.byteLength / width) }, (_, index) => read(index * width));
  const isRaw = raw.byteLength > 0;
  switch (tensor.dataType) {
    case 1:
      return isRaw ? floats(raw) : Float32Array.from(tensor.floatData);
    case 2:
    case 9:
      return isRaw ? [...raw] : tensor.int32Data;
    case 3:
      return isRaw ? each(1, (at) => view.getInt8(at)) : tensor.int32Data;
    case 6:
      return isRaw ? each(4, (at) => view.getInt32(at, true)) : tensor.int32Data;
    case 7:
      return isRaw ? each(8, (at) => Number(view.getBigInt64(at, true))) : tensor.int64Data;
    case 10: {
      const halves = isRaw ? each(2, (at) => view.getUint16(at, true)) : tensor.int32Data;
      return Float32Array.from(halves, halfToNumber);
    }
    case 11:
      return isRaw ? each(8, (at) => view.getFloat64(at, true)) : tensor.doubleData;
    default:
      return null;
  }
}

/** A copy, for the values may start at any byte of the file. */
function floats(raw: Uint8Array): Float32Array {
  const values = new Float32Array(Math.floor(raw.byteLength / 4));
  new Uint8Array(values.buffer).set(raw.subarray(0, values.byteLength));
  return values;
}

/** The only value of a constant that has one, else null. */
export function scalarOf({ values }: Constant): number | null {
  return values.length === 1 ? (values[0] ?? null) : null;
}
