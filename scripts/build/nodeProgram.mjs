// @ts-check
import { basename, join } from 'node:path';
import { build } from 'vite';
import { checkout } from '../checkout.mjs';

/** Where programs of the benchmarks lie, each in a folder of its own. */
const usualFolder = join(checkout, 'node_modules', '.layerwise-bench');

/**
 * Builds a program of the tests for Node.
 *
 * @param {string} source in the checkout, as in test/bench/telemetryCost.ts
 * @param {string} [folder] to build into
 * @returns {Promise<string>} path of the program
 */
export async function buildNodeProgram(source, folder = join(usualFolder, basename(source, '.ts'))) {
  const file = `${basename(source, '.ts')}.js`;
  await build({
    root: checkout,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: source,
      outDir: folder,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: file } },
    },
  });
  return join(folder, file);
}
