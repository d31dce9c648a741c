// @ts-check
import { join } from 'node:path';
import { build } from 'vite';
import { checkout } from '../checkout.mjs';

/**
 * Builds a program of test/bench for Node.
 *
 * @param {string} name of its file in test/bench, without .ts
 * @returns {Promise<string>} path of the program
 */
export async function buildNodeProgram(name) {
  const folder = join(checkout, 'node_modules', '.layerwise-bench');
  await build({
    root: checkout,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: `test/bench/${name}.ts`,
      outDir: join(folder, name),
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: `${name}.js` } },
    },
  });
  return join(folder, name, `${name}.js`);
}
