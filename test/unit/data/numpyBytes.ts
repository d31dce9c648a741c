/** A .npy file as NumPy writes it: version 1.0, the header padded to a multiple of 64 bytes. */
export function numpyBytes(
  type: string,
  shape: readonly number[],
  content: Uint8Array,
  fortran = false,
): Uint8Array {
  const extents = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '${type}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${extents}), }`;
  const padded = `${text.padEnd(Math.ceil((11 + text.length) / 64) * 64 - 11)}\n`;
  const header = new Uint8Array(10);
  header.set([0x93, ...Buffer.from('NUMPY'), 1, 0]);
  new DataView(header.buffer).setUint16(8, padded.length, true);
  return Buffer.concat([header, Buffer.from(padded, 'latin1'), content]);
}
