// @ts-check
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the build depends on, relative to the checkout. */
const buildInputs = ['src', 'electron.vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];

/**
 * @param {string} root
 * @param {string} path
 * @returns {Promise<string[]>}
 */
async function filesOf(root, path) {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  const found = await Promise.all(
    entries.map((entry) =>
      entry.isDirectory() ? filesOf(root, `${path}/${entry.name}`) : [`${path}/${entry.name}`],
    ),
  );
  return found.flat();
}

/**
 * One SHA-256 over the names and contents of everything that the build reads.
 *
 * @param {string} root of the checkout
 * @returns {Promise<string>}
 */
export function sourceDigest(root) {
  return filesDigest(root, buildInputs);
}

/**
 * One SHA-256 over the names and contents of these files, and of all files in these folders.
 *
 * @param {string} root
 * @param {readonly string[]} inputs relative to `root`
 * @returns {Promise<string>}
 */
export async function filesDigest(root, inputs) {
  const files = (await Promise.all(inputs.map((input) => filesOf(root, input)))).flat().sort();
  const contents = await Promise.all(
    files.map((file) => readFile(join(root, file)).catch(() => Buffer.alloc(0))),
  );
  const hash = createHash('sha256');
  files.forEach((file, index) => {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`${file}\n${content.length}\n`).update(content);
  });
  return hash.digest('hex');
}
