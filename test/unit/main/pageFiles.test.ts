import { isAbsolute, join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPageFile, pageOrigin } from '../../../src/main/pageFiles';

const folder = join('/', 'application', 'renderer');

describe('findPageFile', () => {
  it.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/assets/index-4f.js', 'assets/index-4f.js', 'text/javascript; charset=utf-8'],
    ['/assets/inter.woff2?v=1#x', 'assets/inter.woff2', 'font/woff2'],
  ])('finds %s', (path, file, contentType) => {
    expect(findPageFile(folder, pageOrigin + path)).toEqual({ path: join(folder, file), contentType });
  });

  it.each([
    ['another host', 'layerwise://other/index.html'],
    ['another scheme', 'file:///application/renderer/index.html'],
    ['no address', 'index.html'],
    ['the folder above', `${pageOrigin}/../main/main.js`],
    ['the folder above, encoded', `${pageOrigin}/%2e%2e/main/main.js`],
    ['the folder above, slash encoded', `${pageOrigin}/..%2fmain/main.js`],
    ['a backslash', `${pageOrigin}/..%5cmain.js`],
    ['a null byte', `${pageOrigin}/index.html%00.js`],
    ['a broken escape', `${pageOrigin}/%zz.js`],
    ['a type that the page does not load', `${pageOrigin}/main.exe`],
    ['a folder', `${pageOrigin}/assets`],
  ])('refuses %s', (_what, address) => {
    const found = findPageFile(folder, address);
    expect(found === null || found.path.startsWith(`${folder}/main/`)).toBe(true);
  });

  it('never leaves the folder', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '', '%2e%2e', '%2f', '..%2f', '%5c', 'a.js'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const found = findPageFile(folder, `${pageOrigin}/${pieces.join('/')}`);
        if (found === null) return;
        const inside = relative(folder, found.path);
        expect(inside.startsWith('..') || isAbsolute(inside)).toBe(false);
      }),
    );
  });
});
