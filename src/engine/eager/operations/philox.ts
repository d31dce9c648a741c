/**
 * Philox 4×32-10, a counter-based generator (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1,
 * 2, 3", §3.2 and table 2). Block number n of a stream is a function of the key and of counter + n alone.
 */

export type Words4 = readonly [number, number, number, number];

const multipliers = [0xd2511f53, 0xcd9e8d57] as const;
/** What is added to the key between rounds: the golden ratio, and √3 − 1. */
const weyl = [0x9e3779b9, 0xbb67ae85] as const;
const rounds = 10;

/** The block of four 32-bit words, as unsigned numbers, that belongs to this counter and key. */
export function philoxBlock(counter: Words4, key: readonly [number, number]): Words4 {
  let [a, b, c, d] = counter;
  let [low, high] = key;
  for (let round = 0; round < rounds; round++) {
    const [first, third] = [a >>> 0, c >>> 0];
    const lowOfFirst = Math.imul(first, multipliers[0]) >>> 0;
    const lowOfThird = Math.imul(third, multipliers[1]) >>> 0;
    a = highWord(third, multipliers[1], lowOfThird) ^ b ^ low;
    c = highWord(first, multipliers[0], lowOfFirst) ^ d ^ high;
    b = lowOfThird;
    d = lowOfFirst;
    low = (low + weyl[0]) | 0;
    high = (high + weyl[1]) | 0;
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
}

/** Upper 32 bits of left · right, given the lower ones: a double is off by less than 2¹², far from half of 2³². */
function highWord(left: number, right: number, low: number): number {
  return Math.round((left * right - low) / 2 ** 32);
}

/**
 * Uniform numbers on [0, 1) with 23 random bits, as TensorFlow makes float32 of the words: block after block, counting
 * up the counter's first word.
 */
export function philoxUniform(count: number, counter: Words4, key: readonly [number, number]): Float32Array {
  const values = new Float32Array(count);
  const [start, ...rest] = counter;
  for (let index = 0; index < count; index += 4) {
    const block = philoxBlock([start + index / 4, ...rest], key);
    for (let word = 0; word < 4 && index + word < count; word++)
      values[index + word] = ((block[word] ?? 0) & 0x7fffff) / 2 ** 23;
  }
  return values;
}
