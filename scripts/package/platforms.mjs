// @ts-check
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';

/** @typedef {import('electron-builder').Configuration} Configuration */

const resources = join(checkout, 'resources');

/** Project files belong to the application, also in the system's file manager. */
const fileAssociations = [
  { ext: 'layerwise', name: 'Layerwise project', mimeType: 'application/x-layerwise', role: 'Editor' },
];

/**
 * What a package holds where, by the platform that it is for.
 *
 * @typedef {object} Layout
 * @property {string} folder that electron-builder makes, below its output
 * @property {string} executable inside it
 * @property {string} resources folder of the archive inside it
 * @property {readonly string[]} installers targets of electron-builder that are made from it
 */

/** @type {Readonly<Record<string, Layout>>} */
const layouts = {
  linux: {
    folder: 'linux-unpacked',
    executable: 'layerwise',
    resources: 'resources',
    installers: ['tar.gz', 'AppImage', 'deb'],
  },
  win32: {
    folder: 'win-unpacked',
    executable: 'Layerwise.exe',
    resources: 'resources',
    installers: ['nsis'],
  },
  darwin: {
    folder: 'mac-universal',
    executable: join('Layerwise.app', 'Contents', 'MacOS', 'Layerwise'),
    resources: join('Layerwise.app', 'Contents', 'Resources'),
    installers: ['dmg', 'zip'],
  },
};

/** @param {NodeJS.Platform} platform @returns {Layout} */
export function layoutOf(platform) {
  const layout = layouts[platform];
  if (layout === undefined)
    throw new Error(
      `Packages are made for Linux, Windows and macOS, not for ${platform}. Use "npm start" here.`,
    );
  return layout;
}

/**
 * The parts of electron-builder's configuration that belong to one platform. Signing follows electron-builder's own
 * variables: CSC_LINK and CSC_KEY_PASSWORD name a certificate, WIN_CSC_LINK one for Windows alone; APPLE_ID,
 * APPLE_APP_SPECIFIC_PASSWORD and APPLE_TEAM_ID have a signed application notarised. Without them nothing is signed.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Pick<Configuration, 'linux' | 'deb' | 'win' | 'nsis' | 'mac' | 'dmg' | 'fileAssociations'>}
 */
export function platformConfiguration(environment = process.env) {
  const notarise = environment['APPLE_TEAM_ID'] !== undefined;
  return {
    fileAssociations,
    linux: {
      target: 'dir',
      executableName: 'layerwise',
      icon: join(resources, 'icon.png'),
      category: 'Education',
      synopsis: "Draw a neural network, train it, and watch each layer's gradient",
      maintainer: 'Layerwise',
    },
    deb: { depends: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'] },
    win: { target: [{ target: 'nsis', arch: ['x64'] }], icon: join(resources, 'icon.png') },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    mac: {
      target: [
        { target: 'dmg', arch: ['universal'] },
        { target: 'zip', arch: ['universal'] },
      ],
      icon: join(resources, 'icon.png'),
      category: 'public.app-category.education',
      hardenedRuntime: true,
      notarize: notarise,
      // Libraries made for one processor stay as they are; Rosetta or WebAssembly serves the other.
      x64ArchFiles: '**/*.{node,dylib}',
    },
    dmg: { title: 'Layerwise' },
  };
}
