// @ts-check
import { join } from 'node:path';
import { build } from 'vite';
import { checkout } from '../checkout.mjs';

/**
 * Builds the program that feeds inputs.
 *
 * @returns {Promise<string>} its path
 */
export async function buildProgram() {
  const folder = join(checkout, 'node_modules', '.layerwise-fuzz');
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
