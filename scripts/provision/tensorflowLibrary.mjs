// @ts-check
import { existsSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { sha256OfText } from './digests.mjs';
import { requireSpace } from './diskSpace.mjs';
import { fetchWheels } from './fetchWheels.mjs';
import { pinnedWheels } from './pinnedWheels.mjs';
import { say } from './progress.mjs';
import { ensureFolder } from './stampedFolder.mjs';
import { unpackZip } from './zipArchive.mjs';

export const tensorFlowVersion = '2.21.0';

/** Raised when the choice of files taken from the wheels changes, so that older folders are made again. */
const layout = 1;

/** Bytes to download, for progress. */
const downloadSizes = { cpu: 274e6, gpu: 3_380e6 };

/** Bytes of disk needed while it is made: the download and what is unpacked from it. */
const spaceNeeded = { cpu: 1.3e9, gpu: 10e9 };

/** The headers that the addon's source includes, directly or through one another. */
const neededHeaders = [
  /^tensorflow\/include\/tensorflow\/c\/(eager\/)?[\w.]+\.h$/,
  /^tensorflow\/include\/tensorflow\/core\/platform\/ctstring\w*\.h$/,
  /^tensorflow\/include\/tsl\/platform\/ctstring\w*\.h$/,
  /^tensorflow\/include\/xla\/tsl\/c\/\w+\.h$/,
];

/**
 * Where a file of a wheel belongs in the library folder: C libraries in lib/, headers in include/, CUDA's parts in
 * nvidia/ as in Python's site-packages; null for everything else.
 *
 * @param {string} name path inside the wheel
 * @returns {string | null}
 */
export function placeOfWheelFile(name) {
  if (/^tensorflow\/libtensorflow_(cc|framework)\.so\.2$/.test(name))
    return name.replace('tensorflow/', 'lib/');
  if (neededHeaders.some((pattern) => pattern.test(name)))
    return name.replace('tensorflow/include/', 'include/');
  if (/^nvidia\/\w+\/lib\/[^/]+\.so[.\d]*$/.test(name)) return name;
  if (/^nvidia\/cuda_nvcc\/(bin\/ptxas|nvvm\/libdevice\/.+)$/.test(name)) return name;
  return null;
}

/**
 * Makes sure that TensorFlow's C library and headers are in the cache.
 *
 * @param {'cpu' | 'gpu'} variant
 * @param {{thorough?: boolean}} options
 * @returns {Promise<string>} the folder, with lib/ and include/, and for the GPU nvidia/
 */
export async function ensureTensorFlowLibrary(variant, { thorough = false } = {}) {
  const wheels = await pinnedWheels(variant);
  const source = sha256OfText(JSON.stringify([layout, wheels]));
  const folder = join(cacheFolder(), `tensorflow-${tensorFlowVersion}-${variant}`);
  await ensureFolder({
    folder,
    source,
    thorough,
    make: async (staging) => {
      await requireSpace(staging, spaceNeeded[variant], `TensorFlow for the ${variant.toUpperCase()}`);
      const files = await fetchWheels(variant, staging, {
        what: `Downloading TensorFlow ${tensorFlowVersion}${variant === 'gpu' ? ' and CUDA 12' : ''} from PyPI`,
        size: downloadSizes[variant],
      });
      say('Unpacking TensorFlow …');
      for (const file of files) {
        await unpackZip(file, join(staging, 'content'), placeOfWheelFile);
        await rm(file);
      }
      const assembler = join(staging, 'content', 'nvidia', 'cuda_nvcc', 'bin', 'ptxas');
      if (existsSync(assembler)) await chmod(assembler, 0o755);
    },
  });
  return folder;
}
