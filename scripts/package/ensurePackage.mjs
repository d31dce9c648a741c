// @ts-check
import { existsSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { ensureBuild } from '../build/ensureBuild.mjs';
import { filesDigest } from '../build/sourceDigest.mjs';
import { checkout } from '../checkout.mjs';
import { sha256OfText } from '../provision/digests.mjs';
import { ensureElectron } from '../provision/electron.mjs';
import { withFolderLock } from '../provision/folderLock.mjs';
import { say } from '../provision/progress.mjs';
import { requireTensorFlow } from '../provision/tensorflow.mjs';
import { builderConfiguration } from './builderConfiguration.mjs';
import { finishPackage } from './finishPackage.mjs';
import { stageApplication } from './stageApplication.mjs';

const output = join(checkout, 'dist');
const folder = join(output, 'linux-unpacked');
const stampFile = join(output, 'package-stamp.json');

/** What a package depends on beside what the build does, relative to the checkout. */
const inputs = ['scripts/package', 'scripts/provision', 'resources', 'LICENSE'];

/**
 * @typedef {object} Package
 * @property {string} folder
 * @property {string} executable
 */

/**
 * Makes the package for Linux unless it was made from these very files. Needs no network once Electron and TensorFlow
 * are in the cache.
 *
 * @returns {Promise<Package>}
 */
export async function ensurePackage() {
  if (process.platform !== 'linux')
    throw new Error('Packages are made for Linux only so far, and on Linux. Use "npm start" here.');
  await requireTensorFlow();
  const electron = await ensureElectron();
  await ensureBuild();
  const executable = join(folder, 'layerwise');
  const source = sha256OfText(
    JSON.stringify([await filesDigest(checkout, inputs), await builtDigest(), electron]),
  );
  return withFolderLock(folder, async () => {
    if (!(await isFresh(source, executable))) {
      say('Packaging Layerwise (about half a minute) …');
      await makePackage(electron);
      await writeFile(stampFile, JSON.stringify({ source, made: await timeOf(executable) }));
    }
    return { folder, executable };
  });
}

/** @param {import('../provision/electron.mjs').Electron} electron */
async function makePackage(electron) {
  const stage = join(checkout, 'node_modules', '.layerwise-package');
  await rm(output, { recursive: true, force: true });
  await stageApplication(stage);
  await build({
    targets: Platform.LINUX.createTarget('dir'),
    projectDir: checkout,
    publish: 'never',
    config: builderConfiguration({ stage, output, electron, finish: finishPackage }),
  });
}

/** Names the build by what it was made from. */
function builtDigest() {
  return readFile(join(checkout, 'out', 'build-stamp.json'), 'utf8').then((text) => JSON.parse(text).sources);
}

/**
 * @param {string} source
 * @param {string} executable
 */
async function isFresh(source, executable) {
  if (!existsSync(stampFile)) return false;
  const stamp = JSON.parse(await readFile(stampFile, 'utf8'));
  return stamp.source === source && stamp.made === (await timeOf(executable));
}

/** When a file was written (ms since 1970), null without one. @param {string} file */
function timeOf(file) {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
}
