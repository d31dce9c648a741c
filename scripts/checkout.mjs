// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root folder of this checkout. */
export const checkout = fileURLToPath(new URL('..', import.meta.url));

const oldestNode = [20, 19];

/**
 * Whether a Node version ("20.19.0") is new enough.
 *
 * @param {string} version
 * @returns {boolean}
 */
export function nodeIsRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** Throws a sentence with the way out unless the scripts can run here: Node is recent and `npm ci` was run. */
export function requireCheckout() {
  if (!nodeIsRecent(process.versions.node)) {
    throw new Error(
      `Layerwise needs Node ${oldestNode.join('.')} or later; this is ${process.versions.node}. Get one from https://nodejs.org.`,
    );
  }
  if (!existsSync(join(checkout, 'node_modules', 'electron-vite'))) {
    throw new Error('The packages are not installed yet. Run "npm ci" first.');
  }
}
