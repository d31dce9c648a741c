#!/usr/bin/env node
// @ts-check
/**
 * Compiles the SIMD kernels of the wasm fallback (AssemblyScript in src/engine/eager/simd/assembly) into
 * src/engine/eager/simd/simdModule.ts. The result is part of the sources, so that nothing has to be built before the
 * application runs; a test compares it with what the compiler gives.
 *
 *   npm run build:simd
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileSimd, simdModuleText } from './build/compileSimd.mjs';
import { checkout } from './checkout.mjs';
import { reportFailure } from './reportFailure.mjs';

await reportFailure(async () => {
  const bytes = await compileSimd();
  await writeFile(join(checkout, 'src/engine/eager/simd/simdModule.ts'), simdModuleText(bytes));
  console.log(`The SIMD module has ${bytes.length.toLocaleString('en')} bytes.`);
});
