// @ts-check
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * @typedef {object} InstalledPackage
 * @property {string} name
 * @property {string} version
 * @property {string} licence as its package.json says
 * @property {string} author
 * @property {string} folder
 */

/** Types alone: nothing of them runs. */
const typesOnly = /^(@types\/|@webgpu\/types$)/;

/**
 * These packages and all that they depend on, each once, as Node would find them.
 *
 * @param {Iterable<string>} names
 * @param {string} root folder with node_modules
 * @param {ReadonlySet<string>} [withoutDependencies] packages whose own dependencies are left out
 * @returns {Promise<InstalledPackage[]>}
 */
export async function installedPackages(names, root, withoutDependencies = new Set()) {
  /** @type {Map<string, InstalledPackage>} */
  const found = new Map();
  /** @type {{name: string, from: string, required: boolean}[]} */
  const wanted = [...names].map((name) => ({ name, from: root, required: true }));
  for (const { name, from, required } of wanted) {
    const folder = resolve(name, from);
    if (folder === null) {
      if (required) throw new Error(`The package ${name} is not installed. Run "npm ci".`);
      continue;
    }
    if (found.has(folder) || typesOnly.test(name)) continue;
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const { version, license, author } = manifest;
    found.set(folder, {
      ...{ name, version, folder },
      licence: typeof license === 'string' ? license : 'see its text',
      author: typeof author === 'string' ? author : (author?.name ?? ''),
    });
    if (withoutDependencies.has(name)) continue;
    for (const dependency of Object.keys(manifest.dependencies ?? {}))
      wanted.push({ name: dependency, from: folder, required: true });
    for (const dependency of Object.keys(manifest.optionalDependencies ?? {}))
      wanted.push({ name: dependency, from: folder, required: false });
  }
  return [...found.values()].sort((left, right) => left.name.localeCompare(right.name));
}

/**
 * @param {string} name
 * @param {string} from a folder
 * @returns {string | null}
 */
function resolve(name, from) {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(from);
  return parent === from ? null : resolve(name, parent);
}
