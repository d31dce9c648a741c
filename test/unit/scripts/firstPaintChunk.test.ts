import { expect, it } from 'vitest';
import { firstPaintChunk } from '../../../scripts/build/firstPaintChunk.mjs';

/** Modules by name, with what imports them; `later` is imported by none but at run time. */
const importers: Readonly<Record<string, readonly string[]>> = {
  page: [],
  script: ['page'],
  direct: ['script'],
  left: ['direct', 'right'],
  right: ['left'],
  later: [],
  ofLater: ['later'],
  shared: ['ofLater', 'right'],
  ring: ['otherRing'],
  otherRing: ['ring', 'later'],
};

const modules = {
  getModuleInfo(id: string) {
    const known = importers[id];
    return known === undefined ? null : { isEntry: id === 'page', importers: known };
  },
};

it.each([
  ...['direct', 'left', 'right', 'shared'].map((id) => [id, 'window'] as const),
  ...['page', 'script', 'later', 'ofLater', 'ring', 'otherRing', 'unknown'].map((id) => [id, null] as const),
])('%s is in the file of the first paint exactly where the page’s script leads to it: %s', (id, chunk) => {
  expect(firstPaintChunk(id, modules)).toBe(chunk);
});
