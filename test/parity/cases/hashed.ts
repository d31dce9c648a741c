/** Values in [−1, 1) from Knuth's multiplicative hash, as the programs in reference/ make them. */
export function hashed(count: number, stream: number): Float32Array {
  return Float32Array.from({ length: count }, (_, index) => {
    const bits = Math.imul(index + stream * 7919, 2654435761) >>> 0;
    return (bits >>> 9) / 2 ** 22 - 1;
  });
}
