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
import { layoutOf } from './platforms.mjs';
import { stageApplication } from './stageApplication.mjs';
import { updateSource } from './updateSource.mjs';

/** Folder that packages and installers are made in. */
export const output = join(checkout, 'dist');
/** Folder with what goes into the archive. */
export const stage = join(checkout, 'node_modules', '.layerwise-package');
const stampFile = join(output, 'package-stamp.json');

/** What a package depends on beside what the build does, relative to the checkout. */
const inputs = ['scripts/package', 'scripts/provision', 'resources', 'LICENSE'];

/**
 * @typedef {object} Package
 * @property {string} folder
 * @property {string} executable
 * @property {import('../provision/electron.mjs').Electron} electron that it was made from
 */

/**
 * Makes the package for this platform unless it was made from these very files. Needs no network once Electron and
 * TensorFlow are in the cache.
 *
 * @param {{withTensorFlow?: boolean}} [choice] without, TensorFlow's libraries are fetched at the first run
 * @returns {Promise<Package>}
 */
export async function ensurePackage({ withTensorFlow = true } = {}) {
  const layout = layoutOf(process.platform);
  const folder = join(output, layout.folder);
  await requireTensorFlow();
  const electron = await ensureElectron();
  await ensureBuild();
  const executable = join(folder, layout.executable);
  const made = [await filesDigest(checkout, inputs), await builtDigest(), electron, withTensorFlow];
  const source = sha256OfText(JSON.stringify([...made, updateSource()]));
  return withFolderLock(folder, async () => {
    if (!(await isFresh(source, executable))) {
      say('Packaging Layerwise (about half a minute) …');
      await makePackage(electron, (packed) => finishPackage(packed, layout, withTensorFlow));
      await writeFile(stampFile, JSON.stringify({ source, made: await timeOf(executable) }));
    }
    return { folder, executable, electron };
  });
}

/**
 * @param {import('../provision/electron.mjs').Electron} electron
 * @param {(folder: string) => Promise<void>} finish
 */
async function makePackage(electron, finish) {
  await rm(output, { recursive: true, force: true });
  await stageApplication(stage);
  await build({
    targets: Platform.current().createTarget('dir'),
    projectDir: checkout,
    publish: 'never',
    config: builderConfiguration({ stage, output, electron, finish }),
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
