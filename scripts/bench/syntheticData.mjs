// @ts-check
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { classes } from './networks.mjs';

/** So many batches that none is learnt by heart. */
const batchCount = 16;

/**
 * Writes made-up batches for all contenders to read: images.f32, batches × images × height × width × channels
 * normally distributed values, and labels.i32, the images' class numbers.
 *
 * @param {string} folder
 * @param {import('./networks.mjs').Race} race
 */
export async function writeSyntheticData(folder, { network, batch }) {
  const uniform = uniformStream(1);
  const images = new Float32Array(
    batchCount * batch * network.shape.reduce((size, extent) => size * extent, 1),
  );
  // Box and Muller: a uniform radius and angle make a normal value.
  for (const index of images.keys())
    images[index] = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const labels = Int32Array.from({ length: batchCount * batch }, () => Math.floor(classes * uniform()));
  await writeFile(join(folder, 'images.f32'), images);
  await writeFile(join(folder, 'labels.i32'), labels);
}

/**
 * Values in [0, 1), the same in each run: Marsaglia's xorshift with 32 bits.
 *
 * @param {number} seed
 */
function uniformStream(seed) {
  let state = Math.imul(seed, 0x9e3779b9) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
