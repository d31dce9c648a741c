import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtModules } from '../../../scripts/package/builtModules.mjs';
import { installedPackages } from '../../../scripts/package/installedPackages.mjs';
import { licences } from '../../../scripts/package/licences.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'layerwise-packaging-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function install(path: string, manifest: object): void {
  write(`${path}/package.json`, JSON.stringify({ version: '1.0.0', license: 'MIT', ...manifest }));
}

describe('what a package carries', () => {
  it('is found from the built files: those that they lead to, and the packages that they name', async () => {
    const main = write(
      'main.js',
      [
        'import { a } from "./chunks/a.js";',
        'import fs from "node:fs";',
        'import { app } from "electron";',
        'import { z } from "zod/v4";',
        'const text = `an error from "elsewhere"`;',
        'const snippet = `',
        "import { InferenceSession } from 'onnxruntime-node';",
        '`;',
      ].join('\n'),
    );
    const chunk = write('chunks/a.js', 'const b = await import("@scope/name/part");\nimport "./b.js";\n');
    const other = write('chunks/b.js', 'export { c } from "../main.js";\n');
    const { files, packages } = await builtModules([main]);
    expect([...files]).toEqual([main, chunk, other]);
    expect([...packages]).toEqual(['zod', '@scope/name']);
  });

  it('includes what packages depend on, each in the place where Node finds it', async () => {
    install('node_modules/a', { name: 'a', dependencies: { b: '2', '@types/a': '1' } });
    install('node_modules/b', { name: 'b', version: '1.0.0' });
    install('node_modules/a/node_modules/b', { name: 'b', version: '2.0.0', dependencies: { c: '1' } });
    install('node_modules/c', { name: 'c', optionalDependencies: { absent: '1' }, dependencies: { a: '1' } });
    install('node_modules/@types/a', { name: '@types/a' });
    const found = await installedPackages(['a', 'b'], root);
    expect(found.map(({ name, version }) => `${name} ${version}`).sort()).toEqual([
      'a 1.0.0',
      'b 1.0.0',
      'b 2.0.0',
      'c 1.0.0',
    ]);
    expect(await installedPackages(['a'], root, new Set(['a']))).toHaveLength(1);
    await expect(installedPackages(['d'], root)).rejects.toThrow(/d is not installed/);
  });

  it('comes with its licences, and not without', async () => {
    install('node_modules/a', { name: 'a', author: 'A. Author' });
    install('node_modules/b', { name: 'b', license: 'BSD-3-Clause' });
    const text = await licences(await installedPackages(['a'], root));
    expect(text).toContain('a 1.0.0 (MIT)\n\nCopyright: A. Author.');
    expect(text).toContain('Permission is hereby granted, free of charge');
    const unlicensed = await installedPackages(['b'], root);
    await expect(licences(unlicensed)).rejects.toThrow(/b carries no text of its licence, BSD-3-Clause/);
    write('node_modules/b/LICENSE', 'Redistribution and use');
    expect(await licences(unlicensed)).toContain('Redistribution and use');
  });
});
