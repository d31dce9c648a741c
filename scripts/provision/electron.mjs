// @ts-check
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ensureElectronFallback, fallbackElectronVersion } from './electronFallback.mjs';
import { electronExecutable, electronSources } from './electronSources.mjs';
import { say } from './progress.mjs';
import { lastLines, runProgram } from './runProgram.mjs';

/**
 * @typedef {object} Electron
 * @property {string} executable
 * @property {string} version
 * @property {string} note what a person should know about it, empty for the usual release
 */

const require = createRequire(import.meta.url);
const probeTimeout = 5_000;
const executableName = electronExecutable(process.platform);

function packageFolder() {
  return dirname(require.resolve('electron/package.json'));
}

/** @param {string} folder of the distribution */
async function distributionVersion(folder) {
  return (await readFile(join(folder, 'version'), 'utf8').catch(() => 'of unknown version'))
    .trim()
    .replace(/^v/, '');
}

/** Where releases are downloaded from: a mirror when one is set (names as in the package @electron/get). */
function releaseHost() {
  const names = ['NPM_CONFIG_ELECTRON_MIRROR', 'npm_config_electron_mirror', 'ELECTRON_MIRROR'];
  const mirror = names.map((name) => process.env[name]).find(Boolean);
  return mirror ?? 'https://github.com/electron/electron/releases/download/';
}

/** Whether the release host answers at all; any answer counts. Behind a proxy this can't be asked cheaply. */
async function releaseReachable() {
  if (process.env['ELECTRON_GET_USE_PROXY']) return true;
  try {
    await fetch(releaseHost(), { method: 'HEAD', signal: AbortSignal.timeout(probeTimeout) });
    return true;
  } catch {
    return false;
  }
}

/** @param {string} version */
async function releaseCached(version) {
  const cache =
    process.env['electron_config_cache'] ??
    join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'electron');
  const files = await readdir(cache, { recursive: true }).catch(() => []);
  return files.some((file) => file.endsWith(`electron-v${version}-${process.platform}-${process.arch}.zip`));
}

/** @returns {Promise<Electron>} */
async function fromOverride() {
  const folder = resolve(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '');
  const executable = join(folder, executableName);
  if (!existsSync(executable)) {
    throw new Error(
      `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, which holds no ${executableName}. Point it at an unpacked Electron, or unset it.`,
    );
  }
  return { executable, version: await distributionVersion(folder), note: 'from ELECTRON_OVERRIDE_DIST_PATH' };
}

/** @returns {Promise<Electron>} */
async function fromInstalled() {
  const folder = join(packageFolder(), 'dist');
  return { executable: join(folder, executableName), version: await distributionVersion(folder), note: '' };
}

/** @param {string} version */
async function fromRelease(version) {
  say(`Downloading Electron ${version} from ${new URL(releaseHost()).host} (about 120 MB) …`);
  const { code, output } = await runProgram(process.execPath, [join(packageFolder(), 'install.js')]);
  const installed = join(packageFolder(), 'dist', executableName);
  if (code !== 0 || !existsSync(installed)) throw new Error(lastLines(output));
  return fromInstalled();
}

/**
 * @param {string} version that package.json asks for
 * @param {boolean} thorough
 * @returns {Promise<Electron>}
 */
async function fromFallback(version, thorough) {
  const executable = await ensureElectronFallback({ thorough });
  return {
    executable,
    version: fallbackElectronVersion,
    note: `in place of ${version}, whose download can't be reached; for development and tests only`,
  };
}

/**
 * Finds or fetches Electron.
 *
 * @param {{thorough?: boolean}} options `thorough` hashes every file in the cache
 * @returns {Promise<Electron>}
 */
export async function ensureElectron({ thorough = false } = {}) {
  /** @type {string} */
  const version = require('electron/package.json').version;
  const override = Boolean(process.env['ELECTRON_OVERRIDE_DIST_PATH']);
  const distribution = join(packageFolder(), 'dist');
  const installed =
    existsSync(join(distribution, executableName)) && (await distributionVersion(distribution)) === version;
  const cached = !override && !installed && (await releaseCached(version));
  const sources = electronSources({
    override,
    installed,
    releaseCached: cached,
    releaseReachable: !override && !installed && !cached && (await releaseReachable()),
    platform: process.platform,
    architecture: process.arch,
  });
  const faults = [];
  for (const source of sources) {
    try {
      if (source === 'override') return await fromOverride();
      if (source === 'installed') return await fromInstalled();
      if (source === 'release') return await fromRelease(version);
      return await fromFallback(version, thorough);
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
      if (source === 'release') say(`Electron's own download failed: ${faults.at(-1)}`);
    }
  }
  const advice =
    'Allow github.com, set ELECTRON_MIRROR to a mirror, or ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.';
  const reason = faults.length > 0 ? faults.join('\n') : `${new URL(releaseHost()).host} does not answer.`;
  throw new Error(`Electron ${version} could not be had: ${reason}\n${advice}`);
}
