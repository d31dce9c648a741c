// @ts-check
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * Numbers in [0, 1) that follow from the seed.
 *
 * @param {number} seed
 * @returns {() => number}
 */
export function randomNumbers(seed) {
  const generator = xoroshiro128plus(seed);
  return () => (generator.next() >>> 0) / 2 ** 32;
}
