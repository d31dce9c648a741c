// @ts-check
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildNodeProgram } from '../build/nodeProgram.mjs';
import { checkout } from '../checkout.mjs';

/**
 * Builds the program that feeds inputs, and removes it at the end. Each campaign has one of its own: it starts it again
 * and again, for hours perhaps, while the sources change.
 *
 * @param {(program: string) => Promise<void>} use
 */
export async function withProgram(use) {
  const folder = join(checkout, 'node_modules', '.layerwise-fuzz', `${process.pid}`);
  try {
    await use(await buildNodeProgram('test/fuzz/fuzzProcess.ts', folder, ['src/engine/keras/hdf5Worker.ts']));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
