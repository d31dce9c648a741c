/**
 * The IDX format of MNIST (LeCun's description): two zero bytes, the type of the values (8: unsigned byte), the
 * number of dimensions, each dimension as a big-endian 32-bit integer, then the values in row-major order.
 */
const unsignedByte = 8;

/** Size of the header with so many dimensions, in bytes. */
const headerBytes = (dimensions: number): number => 4 + 4 * dimensions;

/**
 * Reads the values of an IDX file whose dimensions are known. What doesn't agree is told as the end of a sentence
 * that begins with the file's name.
 */
export function readIdx(
  bytes: Uint8Array,
  expected: readonly number[],
): { readonly values: Uint8Array } | { readonly fault: string } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = headerBytes(expected.length);
  if (bytes.byteLength < 4 || view.getUint16(0) !== 0 || view.getUint8(2) !== unsignedByte)
    return { fault: 'is not an IDX file of bytes: its first bytes are not 00 00 08' };
  const dimensions = view.getUint8(3);
  if (dimensions !== expected.length)
    return { fault: `has ${dimensions} dimensions instead of ${expected.length}` };
  if (bytes.byteLength < start) return { fault: 'ends within its header' };
  const found = expected.map((_, axis) => view.getUint32(4 + 4 * axis));
  if (found.some((extent, axis) => extent !== expected[axis]))
    return { fault: `holds ${found.join('×')} values instead of ${expected.join('×')}` };
  const length = start + expected.reduce((product, extent) => product * extent, 1);
  if (bytes.byteLength !== length) {
    const state = bytes.byteLength < length ? 'is cut off' : 'goes on after its end';
    return { fault: `${state}: ${inBytes(bytes.byteLength)} instead of ${inBytes(length)}` };
  }
  return { values: bytes.subarray(start) };
}

function inBytes(bytes: number): string {
  return `${bytes.toLocaleString('en')} bytes`;
}
