// @ts-check
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import installer from 'electron-installer-debian';
import { platformConfiguration } from './platforms.mjs';

/**
 * Makes a deb from a package's folder with Debian's own dpkg-deb and fakeroot, for the tool that electron-builder uses
 * (fpm) comes from GitHub alone.
 *
 * @param {{folder: string, output: string, version: string, electron: {version: string}}} parts
 * @returns {Promise<string>} path of the deb
 */
export async function makeDebianPackage({ folder, output, version, electron }) {
  const { linux, deb } = platformConfiguration();
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  // Electron's own folder tells its version here, from which follow the libraries that the deb depends on.
  const told = join(folder, 'version');
  await writeFile(told, electron.version);
  const { packagePaths } = await installer({
    src: folder,
    dest: output,
    arch,
    options: {
      name: 'layerwise',
      bin: 'layerwise',
      productName: 'Layerwise',
      genericName: 'Neural network editor',
      version,
      description: linux?.synopsis,
      productDescription: linux?.synopsis,
      maintainer: linux?.maintainer,
      section: 'science',
      depends: deb?.depends ?? [],
      icon: linux?.icon,
      categories: ['Education', 'Science'],
      mimeType: ['application/x-layerwise'],
    },
  }).finally(() => rm(told));
  const [path] = packagePaths;
  if (path === undefined) throw new Error(`No deb was made in ${output}.`);
  return path;
}
