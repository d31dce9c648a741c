import { halfToNumber } from '../../importing/halfToNumber';
import type { WeightSpecification } from './layersModelSchema';

/** Bytes of a value by the type that it is stored as. */
const widths: Readonly<Record<string, number>> = {
  bool: 1,
  float16: 2,
  float32: 4,
  int32: 4,
  uint16: 2,
  uint8: 1,
};

/** Bytes of one value in the shards; null where the type is one that TensorFlow.js does not write for numbers. */
export function widthOf({ dtype, quantization }: WeightSpecification): number | null {
  return widths[quantization?.dtype ?? dtype] ?? null;
}

/** The values of a weight, unpacked where they are stored as small integers: value · scale + min. Throws an Error. */
export function weightValues(specification: WeightSpecification, bytes: Uint8Array): Float32Array {
  const { dtype, quantization } = specification;
  if (dtype !== 'float32' && dtype !== 'float16') throw new Error('is of a type that no weight has');
  const stored = quantization?.dtype ?? dtype;
  const width = widthOf(specification) ?? 1;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.floor(bytes.byteLength / width);
  const { scale = 1, min = 0 } = quantization ?? {};
  const read = (at: number): number => {
    if (stored === 'float32') return view.getFloat32(4 * at, true);
    if (stored === 'float16') return halfToNumber(view.getUint16(2 * at, true));
    return (stored === 'uint16' ? view.getUint16(2 * at, true) : view.getUint8(at)) * scale + min;
  };
  return Float32Array.from({ length: count }, (_, at) => read(at));
}
