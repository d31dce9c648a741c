// @ts-check
import { dirname, join } from 'node:path';
import { checkout } from '../checkout.mjs';
import { platformConfiguration } from './platforms.mjs';

/**
 * The fuses of the packaged application: what Electron's executable can do for whoever starts it, burnt into it. The
 * check of the archive's digest is off, for Electron has none on Linux.
 *
 * @satisfies {import('electron-builder').Configuration['electronFuses']}
 */
export const fuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: false,
  enableCookieEncryption: false,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/**
 * @param {object} parts
 * @param {string} parts.stage folder with what goes into the archive
 * @param {string} parts.output folder that the package is made in
 * @param {{executable: string, version: string}} parts.electron
 * @param {(folder: string) => Promise<void>} parts.finish given the package's folder
 * @returns {import('electron-builder').Configuration}
 */
export function builderConfiguration({ stage, output, electron, finish }) {
  return {
    appId: 'layerwise',
    productName: 'Layerwise',
    directories: { app: stage, output, buildResources: join(checkout, 'resources') },
    electronDist: dirname(electron.executable),
    electronVersion: electron.version,
    // The stage holds the packages that are carried; nothing is installed, compiled or left out here.
    beforeBuild: async () => false,
    files: ['**/*', { from: join(stage, 'node_modules'), to: 'node_modules', filter: ['**/*'] }],
    asar: true,
    // The system loads a library from a file of its own; that of images (libvips) lies beside what loads it.
    asarUnpack: ['**/*.node', '**/node_modules/@img/**'],
    electronFuses: fuses,
    afterPack: ({ appOutDir }) => finish(appOutDir),
    ...platformConfiguration(),
    publish: null,
  };
}
