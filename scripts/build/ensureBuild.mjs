// @ts-check
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';
import { withFolderLock } from '../provision/folderLock.mjs';
import { say } from '../provision/progress.mjs';
import { lastLines, runProgram } from '../provision/runProgram.mjs';
import { sourceDigest } from './sourceDigest.mjs';

const stampFile = join(checkout, 'out', 'build-stamp.json');
const outputs = [
  'main/main.js',
  'main/engine.js',
  'main/cli.js',
  'main/batchWorker.js',
  'main/modelImport.js',
  'main/hdf5Worker.js',
  'preload/preload.cjs',
  'renderer/index.html',
];

/** When each output was written (ms since 1970), null for one that is missing: a build by other means changes it. */
function outputTimes() {
  return Promise.all(
    outputs.map((output) =>
      stat(join(checkout, 'out', output)).then(
        (found) => found.mtimeMs,
        () => null,
      ),
    ),
  );
}

/** @param {string} digest of the sources */
async function isFresh(digest) {
  try {
    const stamp = JSON.parse(await readFile(stampFile, 'utf8'));
    return stamp.sources === digest && JSON.stringify(stamp.outputs) === JSON.stringify(await outputTimes());
  } catch {
    return false;
  }
}

/**
 * Builds the application into out/ unless it was built from these very sources. Says so on standard error.
 *
 * @returns {Promise<{built: boolean}>}
 */
export async function ensureBuild() {
  const digest = await sourceDigest(checkout);
  if (await isFresh(digest)) return { built: false };
  return withFolderLock(join(checkout, 'node_modules', '.layerwise-build'), async () => {
    if (await isFresh(digest)) return { built: false };
    say('Building Layerwise (a few seconds) …');
    const builder = join(checkout, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const { code, output } = await runProgram(process.execPath, [builder, 'build'], { cwd: checkout });
    if (code !== 0) throw new Error(`The build failed:\n${lastLines(output, 30)}`);
    await writeFile(stampFile, `${JSON.stringify({ sources: digest, outputs: await outputTimes() })}\n`);
    return { built: true };
  });
}
