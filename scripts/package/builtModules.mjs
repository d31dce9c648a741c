// @ts-check
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { init, parse } from 'es-module-lexer';

const provided = new Set([...builtinModules, 'electron']);

/**
 * The built files that these entries lead to, and the packages that they import by name.
 *
 * @param {readonly string[]} entries paths of built files
 * @returns {Promise<{files: Set<string>, packages: Set<string>}>}
 */
export async function builtModules(entries) {
  await init;
  const files = new Set(entries);
  const packages = new Set();
  // Files that are found on the way join the end of the set.
  for (const file of files) {
    const [imports] = parse(await readFile(file, 'utf8'), file);
    // A name is missing where one is worked out at run time.
    for (const { n: target } of imports) {
      if (target === undefined) continue;
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
