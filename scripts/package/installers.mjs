// @ts-check
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { checkout } from '../checkout.mjs';
import { formatBytes, say } from '../provision/progress.mjs';
import { builderConfiguration } from './builderConfiguration.mjs';
import { output, stage } from './ensurePackage.mjs';
import { layoutOf } from './platforms.mjs';

/** Where Debian and Fedora keep 7-Zip, which electron-builder would fetch. */
const sevenZip = ['/usr/bin/7za', '/usr/bin/7zz', '/usr/bin/7z'];

/**
 * Makes this platform's installers from its package, one after the other: one whose tools can't be had doesn't keep
 * the others away.
 *
 * @param {import('./ensurePackage.mjs').Package} packed
 * @returns {Promise<{made: string[], missing: {target: string, reason: string}[]}>} paths of what was made
 */
export async function makeInstallers({ folder, electron }) {
  const own = sevenZip.find((path) => existsSync(path));
  if (own !== undefined) process.env['ELECTRON_BUILDER_7ZIP_PATH'] ??= own;
  const made = [];
  const missing = [];
  for (const target of layoutOf(process.platform).installers) {
    say(`Making ${target} …`);
    try {
      const files =
        target === 'deb' ? [await debianPackage(folder, electron)] : await built(target, folder, electron);
      for (const file of files) {
        if (!existsSync(file)) continue;
        say(`${file}: ${formatBytes((await stat(file)).size)}`);
        made.push(file);
      }
    } catch (error) {
      const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
      missing.push({ target, reason });
    }
  }
  return { made, missing };
}

/**
 * @param {string} target
 * @param {string} folder
 * @param {{executable: string, version: string}} electron
 */
function built(target, folder, electron) {
  return build({
    targets: Platform.current().createTarget(target),
    projectDir: checkout,
    prepackaged: folder,
    publish: 'never',
    // The package is finished already.
    config: builderConfiguration({ stage, output, electron, finish: async () => {} }),
  });
}

/**
 * @param {string} folder
 * @param {{version: string}} electron
 */
async function debianPackage(folder, electron) {
  const { version } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'));
  const { makeDebianPackage } = await import('./debianPackage.mjs');
  return makeDebianPackage({ folder, output, version, electron });
}
