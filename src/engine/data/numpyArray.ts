/** An array of NumPy with its values in row-major order, whatever the order in the file. */
export interface NumpyArray {
  readonly shape: readonly number[];
  readonly values: Uint8Array | Float32Array;
}

type Reader = (view: DataView, place: number, little: boolean) => number;

/** Kinds of numbers by NumPy's letter and size; `|u1`, `<f4`. */
const readers: Readonly<Record<string, Reader>> = {
  u1: (view, place) => view.getUint8(place),
  i1: (view, place) => view.getInt8(place),
  b1: (view, place) => view.getUint8(place),
  u2: (view, place, little) => view.getUint16(place, little),
  i2: (view, place, little) => view.getInt16(place, little),
  u4: (view, place, little) => view.getUint32(place, little),
  i4: (view, place, little) => view.getInt32(place, little),
  u8: (view, place, little) => Number(view.getBigUint64(place, little)),
  i8: (view, place, little) => Number(view.getBigInt64(place, little)),
  f2: (view, place, little) => halfFloat(view.getUint16(place, little)),
  f4: (view, place, little) => view.getFloat32(place, little),
  f8: (view, place, little) => view.getFloat64(place, little),
};

const magic = [0x93, ...[...'NUMPY'].map((letter) => letter.charCodeAt(0))];

/** More dimensions than any data that is read here has. */
const mostDimensions = 8;

/**
 * Reads a .npy file (NumPy's format versions 1 to 3). Bytes stay bytes, all other numbers become float32. What doesn't
 * agree is told as the end of a sentence that begins with the array's name.
 */
export function readNumpyArray(bytes: Uint8Array): NumpyArray | { readonly fault: string } {
  if (magic.some((byte, place) => bytes[place] !== byte)) return { fault: 'is not a NumPy array' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = (bytes[6] ?? 1) >= 2;
  const textStart = wide ? 12 : 10;
  if (bytes.byteLength < textStart) return { fault: 'ends within its header' };
  const start = textStart + (wide ? view.getUint32(8, true) : view.getUint16(8, true));
  if (bytes.byteLength < start) return { fault: 'ends within its header' };
  const header = new TextDecoder('latin1').decode(bytes.subarray(textStart, start));
  const type = /'descr'\s*:\s*'([<>|=])([a-zA-Z])(\d+)'/.exec(header);
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1];
  const extents = /'shape'\s*:\s*\(([\d\s,]*)\)/.exec(header)?.[1];
  if (type === null) return { fault: 'does not hold plain numbers (its dtype is an object or a structure)' };
  if (order === undefined || extents === undefined)
    return { fault: 'has a header that NumPy does not write' };
  const [, byteOrder, letter = '', size = ''] = type;
  const read = readers[letter + size];
  if (read === undefined)
    return {
      fault: `holds values of the dtype "${letter}${size}", which can't be read: integers, floats and booleans can`,
    };
  const shape = extents.split(',').flatMap((extent) => (extent.trim() === '' ? [] : [Number(extent)]));
  if (!shape.every(Number.isSafeInteger)) return { fault: 'has a header that NumPy does not write' };
  if (shape.length > mostDimensions) return { fault: `has ${shape.length} dimensions` };
  const count = shape.reduce((product, extent) => product * extent, 1);
  const wanted = start + count * Number(size);
  if (bytes.byteLength !== wanted) {
    const state = bytes.byteLength < wanted ? 'is cut off' : 'goes on after its end';
    return { fault: `${state}: ${inBytes(bytes.byteLength)} instead of ${inBytes(wanted)}` };
  }
  const content = new DataView(bytes.buffer, bytes.byteOffset + start);
  const values = letter === 'u' && size === '1' ? new Uint8Array(count) : new Float32Array(count);
  const placeOf = order === 'True' ? columnMajor(shape) : (index: number) => index;
  for (let index = 0; index < count; index++)
    values[index] = read(content, placeOf(index) * Number(size), byteOrder !== '>');
  return { shape, values };
}

/** From the place in row-major order to that in column-major order. */
function columnMajor(shape: readonly number[]): (index: number) => number {
  const strides = shape.map((_, axis) =>
    shape.slice(0, axis).reduce((product, extent) => product * extent, 1),
  );
  return (index) => {
    let rest = index;
    let place = 0;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const extent = shape[axis] ?? 1;
      place += (rest % extent) * (strides[axis] ?? 1);
      rest = Math.floor(rest / extent);
    }
    return place;
  };
}

/** IEEE 754 binary16. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function inBytes(bytes: number): string {
  return `${bytes.toLocaleString('en')} bytes`;
}
