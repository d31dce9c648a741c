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
 * @param {readonly string[]} threads sources of threads that it starts, which are built beside it
 * @returns {Promise<string>} path of the program
 */
export async function buildNodeProgram(
  source,
  folder = join(usualFolder, basename(source, '.ts')),
  threads = [],
) {
  const file = `${basename(source, '.ts')}.js`;
  await build({
    root: checkout,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      rollupOptions: {
        input: [source, ...threads],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  return join(folder, file);
}
