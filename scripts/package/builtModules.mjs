// @ts-check
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';

/** How the bundler, and the scripts, write an import: at the start of a line, or as a call. */
const imports = [
  /^(?:import|export)\s[^'"\n]*?from\s*["']([^"'\n]+)["'];$/gm,
  /^import\s*["']([^"'\n]+)["'];$/gm,
  /\bimport\(["']([^"'\n]+)["']\)/g,
];

const provided = new Set([...builtinModules, 'electron']);

/**
 * The built files that these entries lead to, and the packages that they import by name.
 *
 * @param {readonly string[]} entries paths of built files
 * @returns {Promise<{files: Set<string>, packages: Set<string>}>}
 */
export async function builtModules(entries) {
  const files = new Set(entries);
  const packages = new Set();
  // Files that are found on the way join the end of the set.
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    for (const target of imports.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(([, found = '']) => found),
    )) {
      if (target.startsWith('.')) files.add(join(dirname(file), target));
      else if (!target.startsWith('node:') && !provided.has(target)) packages.add(packageName(target));
    }
  }
  return { files, packages };
}

/** "zod/v4" → "zod", "@scope/name/file" → "@scope/name". @param {string} target */
function packageName(target) {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}
