import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { compileSimd, simdModuleText } from '../../../scripts/build/compileSimd.mjs';

const stored = fileURLToPath(new URL('../../../src/engine/eager/simd/simdModule.ts', import.meta.url));

it('the SIMD module is what its sources compile to ("npm run build:simd" makes it anew)', async () => {
  expect(readFileSync(stored, 'utf8')).toBe(simdModuleText(await compileSimd()));
});
