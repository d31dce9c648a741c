import { posix } from 'node:path';
import { importsOf } from './importsOf';
import type { SourceFiles } from './sourceFiles';

/** One import: of a file of ours (`file`, or null where it doesn't exist), or of a package or a part of Node. */
export interface Import {
  readonly from: string;
  readonly target: string;
  readonly file: string | null;
}

/** The checkout's package.json, from which programs read their version. */
export const packageDescription = 'package.json';

const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

export function isOwn(target: string): boolean {
  return target.startsWith('.') || target.startsWith('/');
}

/** Paths that an import of ours means: one, or those that a pattern with `*` matches. */
function resolveOwn(from: string, target: string, files: SourceFiles): readonly (string | null)[] {
  const path = posix.join(posix.dirname(from), target.replace(/\?.*$/, ''));
  if (path.includes('*')) {
    const escaped = path.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
    return [...files.keys()].filter((file) => new RegExp(`^${escaped}$`).test(file));
  }
  const found = endings.map((ending) => path + ending).find((candidate) => files.has(candidate));
  return [found ?? (path === packageDescription ? path : null)];
}

/** All imports of all TypeScript files; styles and pages only serve as targets. */
export function importGraph(files: SourceFiles): readonly Import[] {
  return [...files]
    .filter(([path]) => /\.tsx?$/.test(path))
    .flatMap(([from, text]) =>
      importsOf(from, text).flatMap((target) =>
        isOwn(target)
          ? resolveOwn(from, target, files).map((file) => ({ from, target, file }))
          : [{ from, target, file: null }],
      ),
    );
}

/** Cycles between files, each as the paths along it with the first repeated at the end; each file is in one at most. */
export function importCycles(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const { from, file } of imports) if (file !== null) next.set(from, [...(next.get(from) ?? []), file]);
  const finished = new Set<string>();
  const cycles: string[][] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file]);
    else if (!finished.has(file)) {
      for (const target of next.get(file) ?? []) walk(target, [...path, file]);
      finished.add(file);
    }
  };
  for (const file of next.keys()) walk(file, []);
  return cycles;
}
