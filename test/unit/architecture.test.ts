import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layerKinds } from '../../src/network/layers/registry';
import { exportFault, lengthFault, nameFault } from './architecture/fileForm';
import { importCycles, importGraph } from './architecture/importGraph';
import { computedTarget, importsOf } from './architecture/importsOf';
import { importFault, rooms } from './architecture/rooms';
import { readSourceFiles } from './architecture/sourceFiles';

const source = readSourceFiles('src', ['.ts', '.tsx', '.mjs', '.css', '.html', '.json']);
const everything = new Map([
  ...source,
  ...readSourceFiles('test', ['.ts', '.tsx']),
  ...readSourceFiles('scripts', ['.mjs']),
  ...readSourceFiles('bin', ['.mjs']),
]);

function notNull(fault: string | null): fault is string {
  return fault !== null;
}

function faultsOf(files: Readonly<Record<string, string>>): readonly string[] {
  return importGraph(new Map(Object.entries(files)))
    .map(importFault)
    .filter(notNull);
}

describe('the source tree', () => {
  it('is read at all', () => {
    expect(new Set([...source.keys()].map((path) => path.split('/')[1]))).toEqual(
      new Set(Object.keys(rooms)),
    );
  });

  it('imports only along the allowed arrows', () => {
    expect(importGraph(source).map(importFault).filter(notNull)).toEqual([]);
  });

  it('has no cycle between files', () => {
    expect(importCycles(importGraph(source))).toEqual([]);
  });

  it('has files of one concept each, named for it', () => {
    const faults = [...everything].flatMap(([path, text]) => [nameFault(path), lengthFault(path, text)]);
    expect(faults.filter(notNull)).toEqual([]);
  });

  it('exports by name', () => {
    const modules = [...source].filter(([path]) => /\.tsx?$/.test(path));
    expect(modules.map(([path, text]) => exportFault(path, text)).filter(notNull)).toEqual([]);
  });

  it('has every file of kinds/ in the registry, under the name of the file', () => {
    const files = [...source.keys()].filter((path) => path.startsWith('src/network/layers/kinds/'));
    const names = files.map((path) => basename(path, '.ts'));
    expect(names.length).toBeGreaterThan(0);
    expect(layerKinds.map((kind) => kind.kind).sort()).toEqual(names.sort());
  });
});

describe('the rules on imports', () => {
  it.each([
    ["import type { A } from './a';", './a'],
    ["import a, { type B } from '../b';", '../b'],
    ["import './styles.css';", './styles.css'],
    ["export { c } from './c';", './c'],
    ["export type { D } from './d';", './d'],
    ["export * from './e';", './e'],
    ["const f = await import('./f');", './f'],
    ["type G = import('./g').G;", './g'],
    ["const h = require('h');", 'h'],
    ["import { createRequire } from 'node:module'; createRequire(import.meta.url)('i');", 'i'],
    ["const j = import.meta.glob('./j/*.ts', { eager: true });", './j/*.ts'],
    ['const k = (name: string) => import(name);', computedTarget],
    ['const l = <T,>(value: T) => <p>{require(value)}</p>;', computedTarget],
  ])('see %s', (text, target) => {
    expect(importsOf('sample.tsx', text)).toContain(target);
  });

  it('see none in comments and strings, and none in require.resolve', () => {
    const text = "// import './a'\nconst text = \"import './b'\"; /* require('c') */ require.resolve('d');";
    expect(importsOf('sample.ts', text)).toEqual([]);
  });

  const target = 'export const value = 1;';
  it.each([
    ['network', 'protocol'],
    ['network', 'engine'],
    ['protocol', 'engine'],
    ['engine', 'main'],
    ['engine', 'cli'],
    ['renderer', 'engine'],
    ['renderer', 'main'],
    ['renderer', 'preload'],
    ['preload', 'engine'],
    ['preload', 'renderer'],
    ['main', 'renderer'],
    ['main', 'cli'],
    ['cli', 'main'],
  ])('refuse the arrow from %s to %s', (from, to) => {
    const files = { [`src/${to}/value.ts`]: target };
    for (const text of [
      `import { value } from '../${to}/value';`,
      `import type { Value } from '../${to}/value';`,
      `const module = await import('../${to}/value');`,
    ]) {
      expect(faultsOf({ ...files, [`src/${from}/sample.ts`]: text })).toHaveLength(1);
    }
  });

  it.each([
    ['network', 'node:fs'],
    ['network', 'react'],
    ['network', 'electron'],
    ['network', '@tensorflow/tfjs-core'],
    ['protocol', 'electron'],
    ['protocol', 'node:path'],
    ['engine', 'electron'],
    ['engine', 'react'],
    ['renderer', 'node:fs'],
    ['renderer', 'fs'],
    ['renderer', 'electron'],
    ['renderer', '@tensorflow/tfjs-node-gpu'],
    ['main', '@tensorflow/tfjs-node-gpu'],
    ['main', 'react-dom/client'],
    ['preload', 'node:fs'],
    ['cli', 'electron'],
    ['cli', 'path'],
    ['elsewhere', 'zod'],
  ])('refuse in %s the import of %s', (room, name) => {
    expect(faultsOf({ [`src/${room}/sample.ts`]: `import type { Something } from '${name}';` })).toHaveLength(
      1,
    );
  });

  it('refuse imports of files that are not there or outside of src, and computed ones', () => {
    expect(faultsOf({ 'src/cli/sample.ts': "import '../engine/nowhere';" })).toHaveLength(1);
    expect(faultsOf({ 'src/cli/sample.ts': "import '../../scripts/start.mjs';" })).toHaveLength(1);
    expect(faultsOf({ 'src/renderer/sample.ts': "import '../../package.json';" })).toHaveLength(1);
    expect(
      faultsOf({ 'src/cli/sample.ts': 'export const load = (name: string) => import(name);' }),
    ).toHaveLength(1);
  });

  it('allow what the design allows', () => {
    const files = {
      'src/network/value.ts': "import { z } from 'zod';",
      'src/engine/value.ts': "import '../network/value'; import 'node:fs'; import '@tensorflow/tfjs-core';",
      'src/main/value.ts': "import '../engine/value?modulePath'; import 'electron';",
      'src/cli/value.ts': "import description from '../../package.json';",
      'src/renderer/App.module.css': '',
      'src/renderer/App.tsx':
        "import '../network/value'; import './App.module.css'; import 'react-dom/client';",
    };
    expect(faultsOf(files)).toEqual([]);
  });
});

describe('the rules on files', () => {
  it('find a cycle, also one through a type, a pattern or a file that imports itself', () => {
    const cyclesOf = (files: Readonly<Record<string, string>>) =>
      importCycles(importGraph(new Map(Object.entries(files))));
    const a = {
      'src/cli/a.ts': "import './b';",
      'src/cli/b.ts': "import './c'; import './d';",
      'src/cli/d.ts': '',
    };
    expect(cyclesOf({ ...a, 'src/cli/c.ts': '' })).toEqual([]);
    expect(cyclesOf({ ...a, 'src/cli/c.ts': "export type { A } from './a';" })).toEqual([
      ['src/cli/a.ts', 'src/cli/b.ts', 'src/cli/c.ts', 'src/cli/a.ts'],
    ]);
    expect(cyclesOf({ 'src/cli/a.ts': "import './a';" })).toHaveLength(1);
    expect(
      cyclesOf({ 'src/cli/a.ts': "import.meta.glob('./k/*.ts');", 'src/cli/k/b.ts': "import '../a';" }),
    ).toHaveLength(1);
  });

  it.each([
    'src/network/utils.ts',
    'src/renderer/canvas/edgeHelpers.ts',
    'src/engine/SessionManager.ts',
    'src/network/layers/index.ts',
    'src/renderer/common/Button.tsx',
    'src/renderer/canvas/layerCard.tsx',
    'src/network/Shape.ts',
    'src/network/layer_kind.ts',
    'scripts/provision/tools-misc.mjs',
  ])('refuse the name %s', (path) => {
    expect(nameFault(path)).not.toBeNull();
  });

  it.each([
    'src/renderer/main.tsx',
    'src/renderer/index.html',
    'src/renderer/canvas/LayerCard.module.css',
    'test/unit/graph/connect.test.ts',
    'src/network/layers/kinds/conv2d.ts',
  ])('allow the name %s', (path) => {
    expect(nameFault(path)).toBeNull();
  });

  it('refuse long files and exports without a name', () => {
    expect(lengthFault('src/cli/a.ts', 'x\n'.repeat(249))).toBeNull();
    expect(lengthFault('src/cli/a.ts', 'x\n'.repeat(250))).not.toBeNull();
    expect(exportFault('src/cli/a.ts', 'export default 1;')).not.toBeNull();
    expect(exportFault('src/cli/a.ts', "export * from './b';")).not.toBeNull();
    expect(exportFault('src/cli/a.ts', "export const a = 1; export { b } from './b';")).toBeNull();
  });
});
