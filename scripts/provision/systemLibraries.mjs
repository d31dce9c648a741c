// @ts-check
import { existsSync } from 'node:fs';
import { say } from './progress.mjs';
import { lastLines, runProgram } from './runProgram.mjs';

/**
 * System libraries that Electron needs on Linux and that a bare machine or container lacks. Several names are given
 * where distributions differ: since their 64-bit time_t change, Debian 13 and Ubuntu 24.04 add "t64".
 */
const windowPackages = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
];
const displayPackages = [['xvfb'], ['xauth']];
const browserPackages = [['chromium']];

/**
 * Names of libraries that the loader doesn't find, from ldd's output. Electron finds libffmpeg.so beside itself.
 *
 * @param {string} output
 * @returns {string[]}
 */
export function missingLibraries(output) {
  const names = [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => name !== 'libffmpeg.so');
}

/**
 * The first of each package's names that this machine's package lists know; the last where none is known.
 *
 * @param {readonly (readonly string[])[]} packages
 * @param {(name: string) => boolean} known
 * @returns {string[]}
 */
export function packageNames(packages, known) {
  return packages.map((names) => names.find(known) ?? names.at(-1) ?? '');
}

/**
 * Whether apt could install the package: it has a candidate version. Names that exist only as virtual packages
 * have none.
 *
 * @param {string} name
 */
async function hasCandidate(name) {
  const { code, stdout } = await runProgram('apt-cache', ['policy', name]);
  return code === 0 && /^\s*Candidate: (?!\(none\))/m.test(stdout);
}

/** @param {readonly (readonly string[])[]} packages */
async function knownNames(packages) {
  const known = new Set();
  for (const name of packages.flat()) if (await hasCandidate(name)) known.add(name);
  return packageNames(packages, (name) => known.has(name));
}

/** @param {string} executable */
async function librariesMissingFor(executable) {
  return missingLibraries((await runProgram('ldd', [executable])).stdout);
}

/** @param {string} program */
async function onPath(program) {
  return (await runProgram('sh', ['-c', `command -v ${program}`])).code === 0;
}

/**
 * Installs packages as root with apt, else throws with the command to run.
 *
 * @param {readonly (readonly string[])[]} packages
 * @param {string} lack what is missing, for people
 */
async function installPackages(packages, lack) {
  const hasApt = existsSync('/usr/bin/apt-get');
  if (!hasApt) {
    throw new Error(
      `${lack} Install them with this system's package manager; on Debian they are called ${packageNames(packages, () => false).join(' ')}.`,
    );
  }
  if (process.getuid?.() !== 0) {
    const names = await knownNames(packages);
    throw new Error(
      `${lack} Install them and run this again:\n  sudo apt-get install -y --no-install-recommends ${names.join(' ')}`,
    );
  }
  say(`${lack} Installing them with apt …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update', '-qq'], { env: environment });
  const names = await knownNames(packages);
  const parameters = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  const { code, output } = await runProgram('apt-get', parameters, { env: environment });
  if (code !== 0) throw new Error(`"apt-get ${parameters.join(' ')}" failed:\n${lastLines(output)}`);
}

/**
 * Makes sure that Electron's window can open as far as system libraries go.
 *
 * @param {string} executable
 */
export async function ensureWindowLibraries(executable) {
  if (process.platform !== 'linux') return;
  const missing = await librariesMissingFor(executable);
  if (missing.length === 0) return;
  await installPackages(
    windowPackages,
    `Electron needs system libraries that are missing here: ${missing.join(', ')}.`,
  );
  const still = await librariesMissingFor(executable);
  if (still.length > 0) {
    throw new Error(
      `Electron still lacks ${still.join(', ')} after the installation: find the packages that hold them.`,
    );
  }
}

/** Makes sure that tests without a display can have a virtual one. */
export async function ensureVirtualDisplay() {
  if (process.platform !== 'linux') return;
  if ((await onPath('Xvfb')) && (await onPath('xauth'))) return;
  await installPackages(
    displayPackages,
    'The end-to-end tests need a virtual display (Xvfb and xauth), which is missing here.',
  );
}

/**
 * Makes sure that the tests of the served window have a Chromium, and returns where it is.
 *
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found !== null) return found;
  await installPackages(
    browserPackages,
    'The end-to-end tests of the served window need Chromium, which is missing here.',
  );
  const installed = await findBrowser();
  if (installed === null) throw new Error('Chromium was installed, but is not on the PATH.');
  return installed;
}

async function findBrowser() {
  for (const program of ['chromium', 'chromium-browser', 'google-chrome']) {
    const { code, stdout } = await runProgram('sh', ['-c', `command -v ${program}`]);
    if (code === 0) return stdout.trim();
  }
  return null;
}
