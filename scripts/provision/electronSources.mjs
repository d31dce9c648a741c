// @ts-check
/**
 * The order in which places are tried for Electron, decided from what was found.
 *
 * @typedef {'override' | 'installed' | 'release' | 'fallback'} ElectronSource
 *   `override`: the folder in ELECTRON_OVERRIDE_DIST_PATH; `installed`: node_modules/electron/dist; `release`: the npm
 *   package's own download; `fallback`: Electron's files out of another npm package
 *
 * @typedef {object} ElectronFacts
 * @property {boolean} override whether ELECTRON_OVERRIDE_DIST_PATH is set
 * @property {boolean} installed whether the release of package.json is in node_modules/electron/dist
 * @property {boolean} releaseCached whether its archive is in Electron's download cache
 * @property {boolean} releaseReachable whether the release host answers
 * @property {NodeJS.Platform | string} platform as in process.platform
 * @property {string} architecture as in process.arch
 */

/**
 * @param {ElectronFacts} facts
 * @returns {ElectronSource[]} empty when there is nothing to try
 */
export function electronSources(facts) {
  if (facts.override) return ['override'];
  if (facts.installed) return ['installed'];
  /** @type {ElectronSource[]} */
  const sources = [];
  if (facts.releaseCached || facts.releaseReachable) sources.push('release');
  if (facts.platform === 'linux' && facts.architecture === 'x64') sources.push('fallback');
  return sources;
}

/**
 * Path of the executable inside an Electron distribution.
 *
 * @param {NodeJS.Platform | string} platform
 * @returns {string}
 */
export function electronExecutable(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}
