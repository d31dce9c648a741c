// @ts-check
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { requireDigest } from './digests.mjs';
import { fetchFile } from './fetchFile.mjs';
import { watchGrowth } from './folderGrowth.mjs';
import { pinnedWheels, requirementFile } from './pinnedWheels.mjs';
import { say, startProgress } from './progress.mjs';
import { lastLines, runProgram } from './runProgram.mjs';

/** What the wheels were built for. Any Python can download them: none of them is run. */
const wheelTags = [
  ...[
    '--python-version',
    '311',
    '--implementation',
    'cp',
    '--abi',
    'cp311',
    '--abi',
    'abi3',
    '--abi',
    'none',
  ],
  ...['2_27', '2_25', '2_17', '2_12'].flatMap((glibc) => ['--platform', `manylinux_${glibc}_x86_64`]),
  ...['--platform', 'manylinux2014_x86_64'],
];

/**
 * Whether `python3 -m pip` can be used, which follows the mirrors and proxies that the machine is set up for.
 */
async function findPip() {
  for (const python of ['python3', 'python']) {
    const { code } = await runProgram(python, ['-m', 'pip', '--version']);
    if (code === 0) return python;
  }
  return null;
}

/**
 * @param {string} python
 * @param {'cpu' | 'gpu'} variant
 * @param {string} folder
 * @param {string} scratch
 * @param {string} what
 * @param {number} size
 */
async function fetchByPip(python, variant, folder, scratch, what, size) {
  const progress = startProgress(what, size);
  const parameters = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-cache-dir'];
  parameters.push('--no-deps', '--only-binary=:all:', '--require-hashes', ...wheelTags);
  parameters.push('-d', folder, '-r', requirementFile(variant));
  const download = runProgram(python, parameters, { env: { ...process.env, TMPDIR: scratch } });
  const { code, output } = await watchGrowth(scratch, (bytes) => progress.update(bytes), download);
  if (code === 0) progress.finish();
  else {
    progress.fail();
    throw new Error(`pip could not download it: ${lastLines(output)}`);
  }
}

/**
 * The address of the file with a given digest, from PyPI's index in JSON (PEP 691).
 *
 * @param {import('./pinnedWheels.mjs').PinnedWheel} wheel
 * @returns {Promise<{filename: string, url: string}>}
 */
async function findOnPyPI({ project, version, sha256 }) {
  const address = `https://pypi.org/simple/${project}/`;
  const response = await fetch(address, {
    headers: { accept: 'application/vnd.pypi.simple.v1+json' },
    signal: AbortSignal.timeout(15_000),
  });
  if (!response.ok) throw new Error(`${address} answered ${response.status} ${response.statusText}`);
  /** @type {{files: {filename: string, url: string, hashes: Record<string, string>}[]}} */
  const index = await response.json();
  const file = index.files.find((candidate) => candidate.hashes['sha256'] === sha256);
  if (!file) throw new Error(`PyPI no longer lists ${project} ${version} with the pinned SHA-256`);
  return { filename: file.filename, url: file.url };
}

/**
 * @param {'cpu' | 'gpu'} variant
 * @param {string} folder
 */
async function fetchByHttps(variant, folder) {
  for (const wheel of await pinnedWheels(variant)) {
    const { filename, url } = await findOnPyPI(wheel);
    await fetchFile(url, join(folder, filename), `Downloading ${wheel.project} ${wheel.version} from PyPI`);
  }
}

/**
 * Downloads all wheels of a requirement file and checks the pinned digests: by pip, else from PyPI over https.
 *
 * @param {'cpu' | 'gpu'} variant
 * @param {string} staging the wheels arrive in staging/wheels
 * @param {{what: string, size: number}} description for progress; `size` in bytes
 * @returns {Promise<string[]>} paths of the wheels
 */
export async function fetchWheels(variant, staging, { what, size }) {
  const folder = join(staging, 'wheels');
  const scratch = join(staging, 'scratch');
  await mkdir(folder, { recursive: true });
  await mkdir(scratch, { recursive: true });
  const python = await findPip();
  try {
    if (python === null) await fetchByHttps(variant, folder);
    else {
      await fetchByPip(python, variant, folder, scratch, what, size).catch(async (error) => {
        say(`${error.message}\nTrying PyPI over https instead.`);
        await fetchByHttps(variant, folder);
      });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `TensorFlow could not be downloaded from PyPI: ${reason}. Check the network, or set the mirror and proxy that pip uses (PIP_INDEX_URL, HTTPS_PROXY), and run "npm run provision" again.`,
    );
  }
  return checkWheels(folder, await pinnedWheels(variant));
}

/**
 * @param {string} folder
 * @param {readonly import('./pinnedWheels.mjs').PinnedWheel[]} wheels
 */
async function checkWheels(folder, wheels) {
  const byProject = new Map(wheels.map((wheel) => [wheel.project.replaceAll(/[-_.]+/g, '_'), wheel]));
  const checked = [];
  for (const file of await readdir(folder)) {
    const wheel = byProject.get((file.split('-')[0] ?? '').toLowerCase());
    if (!wheel) continue;
    const path = join(folder, file);
    await requireDigest(path, wheel.sha256, `${wheel.project} ${wheel.version} from PyPI`);
    byProject.delete(wheel.project.replaceAll(/[-_.]+/g, '_'));
    checked.push(path);
  }
  const missing = [...byProject.values()].map((wheel) => wheel.project);
  if (missing.length > 0)
    throw new Error(`The download is incomplete: ${missing.join(', ')} did not arrive.`);
  return checked;
}
