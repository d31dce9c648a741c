// @ts-check
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} PinnedWheel
 * @property {string} project name on PyPI
 * @property {string} version
 * @property {string} sha256
 */

/**
 * Reads a pip requirement file in which every line pins one wheel: `project==version --hash=sha256:…`.
 *
 * @param {string} text
 * @returns {PinnedWheel[]}
 */
export function parseRequirements(text) {
  const wheels = [];
  for (const line of text.split('\n')) {
    const content = line.replace(/#.*/, '').trim();
    if (content === '') continue;
    const match = /^([\w.-]+)==(\S+)\s+--hash=sha256:([0-9a-f]{64})$/.exec(content);
    const [, project, version, sha256] = match ?? [];
    if (!project || !version || !sha256) {
      throw new Error(`A requirement must be "project==version --hash=sha256:…", got "${content}".`);
    }
    wheels.push({ project, version, sha256 });
  }
  return wheels;
}

/**
 * Path of the requirement file for a kind of TensorFlow.
 *
 * @param {'cpu' | 'gpu'} variant
 * @returns {string}
 */
export function requirementFile(variant) {
  return fileURLToPath(new URL(`./tensorflow-${variant}.txt`, import.meta.url));
}

/**
 * @param {'cpu' | 'gpu'} variant
 * @returns {Promise<PinnedWheel[]>}
 */
export async function pinnedWheels(variant) {
  return parseRequirements(await readFile(requirementFile(variant), 'utf8'));
}
