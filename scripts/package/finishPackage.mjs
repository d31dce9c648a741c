// @ts-check
import { constants, existsSync } from 'node:fs';
import { chmod, copyFile, cp, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';
import { tfjsNodeFolder } from '../provision/tensorflowAddon.mjs';
import { installedPackages } from './installedPackages.mjs';
import { licences } from './licences.mjs';
import { updateSource } from './updateSource.mjs';

/** What came with Electron's distribution and has no use in a package. */
const leftovers = ['layerwise-stamp.json', 'version'];

/** For ~/.local/share/applications, with the folder of the package on PATH. */
const desktopEntry = `[Desktop Entry]
Type=Application
Name=Layerwise
Comment=Draw a neural network, train it, and watch each layer's gradient
Exec=layerwise %f
Icon=layerwise
Terminal=false
Categories=Education;Science;
`;

/**
 * Puts the rest into a package: TensorFlow's libraries, where the addon looks for them, unless they are to be fetched
 * at the first run; where to look for updates; the licences; and on Linux the menu entry with its icon.
 *
 * @param {string} folder of the package
 * @param {import('./platforms.mjs').Layout} layout
 * @param {boolean} withTensorFlow
 */
export async function finishPackage(folder, layout, withTensorFlow) {
  const resources = join(folder, layout.resources);
  for (const file of leftovers) await rm(join(folder, file), { force: true });
  await rm(join(resources, 'default_app.asar'), { force: true });
  if (withTensorFlow)
    await copyLibraries(join(resources, 'app.asar.unpacked', 'node_modules', '@tensorflow'));
  const source = updateSource();
  if (source !== null) await writeFile(join(resources, 'app-update.yml'), source);
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } });
  const addon = new Set(['@tensorflow/tfjs-node-gpu']);
  const packages = await installedPackages(Object.keys(manifest.dependencies), checkout, addon);
  await writeFile(join(folder, 'LICENSES.packages.txt'), await licences(packages));
  await copyFile(join(checkout, 'LICENSE'), join(folder, 'LICENSE'));
  if (process.platform !== 'linux') return;
  await copyFile(join(checkout, 'resources', 'icon.png'), join(folder, 'layerwise.png'));
  await writeFile(join(folder, 'layerwise.desktop'), desktopEntry);
  await chmod(join(folder, layout.executable), 0o755);
}

/**
 * Copies what `deps` links to, CUDA's libraries too where they were fetched. Takes no space where the file system
 * shares what two files have in common.
 *
 * @param {string} scope folder of the package's scope in the package
 */
async function copyLibraries(scope) {
  for (const name of ['lib', 'nvidia']) {
    const source = join(tfjsNodeFolder(), 'deps', name);
    if (!existsSync(source)) continue;
    await cp(await realpath(source), join(scope, 'tfjs-node-gpu', 'deps', name), {
      recursive: true,
      dereference: true,
      mode: constants.COPYFILE_FICLONE,
    });
  }
}
