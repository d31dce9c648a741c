// @ts-check
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from '../provision/runProgram.mjs';

/**
 * Whether Chromium's sandbox can be set up, which needs either unprivileged user namespaces or the set-user-id helper,
 * and refuses to work for root.
 *
 * @typedef {object} SandboxFacts
 * @property {NodeJS.Platform | string} platform
 * @property {boolean} root
 * @property {boolean} userNamespaces whether this user may create them
 * @property {boolean} helper whether chrome-sandbox belongs to root and has the set-user-id bit
 */

/**
 * @param {string} executable of Electron
 * @returns {Promise<SandboxFacts>}
 */
export async function sandboxFacts(executable) {
  const helper = statSync(join(dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false });
  const unshare = await runProgram('unshare', ['--user', '--map-root-user', 'true']);
  return {
    platform: process.platform,
    root: process.getuid?.() === 0,
    // Without the program there is nothing to ask; most systems allow it.
    userNamespaces: unshare.code === 0 || unshare.output.includes('ENOENT'),
    helper: helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0,
  };
}

/**
 * Switches for Electron, and the sentence that says why, empty when the sandbox is on.
 *
 * @param {SandboxFacts} facts
 * @param {string} executable of Electron
 * @returns {{switches: string[], sentence: string}}
 */
export function sandboxSwitches(facts, executable) {
  if (facts.platform !== 'linux') return { switches: [], sentence: '' };
  if (facts.root) {
    return {
      switches: ['--no-sandbox'],
      sentence: "Running as root: Chromium's sandbox is off, since it doesn't work for root.",
    };
  }
  if (facts.userNamespaces || facts.helper) return { switches: [], sentence: '' };
  const file = join(dirname(executable), 'chrome-sandbox');
  return {
    switches: ['--no-sandbox'],
    sentence: `This system doesn't let ordinary programs set up Chromium's sandbox, so it is off. To have it: sudo chown root "${file}" && sudo chmod 4755 "${file}"`,
  };
}
