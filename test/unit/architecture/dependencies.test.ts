import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSourceFiles } from './sourceFiles';

const root = new URL('../../../', import.meta.url);
const versions = z.record(z.string(), z.string());
const description = z
  .object({ dependencies: versions, devDependencies: versions })
  .parse(JSON.parse(textOf('package.json')));

function textOf(name: string): string {
  return readFileSync(new URL(name, root), 'utf8');
}

const carried = [...readSourceFiles('src', ['.ts', '.tsx', '.mjs', '.css']).values()];
const everything = [
  ...carried,
  ...[...readSourceFiles('test', ['.ts', '.tsx', '.mjs'])]
    .filter(([path]) => !import.meta.url.endsWith(path))
    .map(([, text]) => text),
  ...readSourceFiles('scripts', ['.mjs']).values(),
  ...readSourceFiles('bin', ['.mjs']).values(),
  ...['electron.vite.config.ts', 'vitest.config.ts', 'playwright.config.ts'].map(textOf),
];

/** What no file imports, and why it is installed all the same. */
const unnamed: Readonly<Record<string, string>> = {
  '@tensorflow/tfjs-backend-cpu': '@tensorflow/tfjs-backend-wasm builds on it; pinned to the same version',
  '@types/node': 'types of Node',
  '@types/react': 'types of react',
  '@types/react-dom': 'types of react-dom',
  '@types/ws': 'types of ws',
};

/** Whether a package, or a part of it, stands as a text of its own in one of these files. */
function isNamed(name: string, files: readonly string[]): boolean {
  return files.some((text) => new RegExp(`['"\`]${name}(?:/[^'"\`\\n]*)?['"\`]`).test(text));
}

describe('every package that is installed', () => {
  it.each(Object.keys(description.dependencies))('%s is used by what people run', (name) => {
    expect(isNamed(name, carried) || name in unnamed).toBe(true);
  });

  it.each(Object.keys(description.devDependencies))('%s is used', (name) => {
    expect(isNamed(name, everything) || name in unnamed).toBe(true);
  });

  it('is pinned', () => {
    const all = { ...description.dependencies, ...description.devDependencies };
    for (const version of Object.values(all)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('is not excused without need', () => {
    const { dependencies, devDependencies } = description;
    for (const name of Object.keys(unnamed)) {
      expect({ ...dependencies, ...devDependencies }).toHaveProperty([name]);
      expect(isNamed(name, name in dependencies ? carried : everything)).toBe(false);
    }
  });
});
