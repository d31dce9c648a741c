// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';

const folder = 'src/engine/eager/simd/assembly';

/** No runtime and no data of its own: the module works in a memory that belongs to another. */
const settings = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'],
  ...['--importMemory', '--noExportMemory'],
];

/**
 * Compiles the SIMD kernels.
 *
 * @returns {Promise<Uint8Array>} the WebAssembly module
 */
export async function compileSimd() {
  const { default: compiler } = await import('assemblyscript/asc');
  /** @type {Uint8Array | null} */
  let module = null;
  const { error, stderr } = await compiler.main(['module.ts', '--outFile', 'module.wasm', ...settings], {
    readFile: (name) => readFile(join(checkout, folder, name), 'utf8').catch(() => null),
    writeFile(_name, contents) {
      if (typeof contents !== 'string') module = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || module === null) throw new Error(`${error?.message ?? ''}\n${stderr.toString()}`);
  return module;
}

/**
 * The source file that holds the module.
 *
 * @param {Uint8Array} bytes
 */
export function simdModuleText(bytes) {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,100}/g) ?? [];
  return `/** The SIMD kernels as a WebAssembly module, in base64: made by "npm run build:simd" from the folder assembly. */
export const simdModule = [
${lines.map((line) => `  '${line}',\n`).join('')}].join('');
`;
}
