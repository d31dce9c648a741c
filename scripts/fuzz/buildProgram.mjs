// @ts-check
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
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
    await use(await buildProgram(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string>} path of the program
 */
async function buildProgram(folder) {
  await build({
    root: checkout,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: 'test/fuzz/fuzzProcess.ts',
      outDir: folder,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: 'fuzzProcess.js' } },
    },
  });
  return join(folder, 'fuzzProcess.js');
}
