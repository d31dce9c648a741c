import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import { AdviceError } from '../adviceError';
import { channelStatistics } from './channelStatistics';
import { type CifarImages, type CifarName, readCifarRecords } from './cifarRecords';
import { cifarClassNames } from './classNames';
import { type DatasetFile, type LabelledImages, type LoadedDataset, sharedBytes } from './dataset';
import { holdOut, requireHeldOut } from './holdOut';
import { readBytes, streamFile } from './readBytes';
import { readTar } from './tarEntries';

/** Above the largest file of the published archives, which is CIFAR-100's train.bin with 147 MiB. */
const largestPart = 512 * 1024 ** 2;

/** One .bin file, from wherever it was. */
interface Part {
  /** How people find it. */
  readonly place: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads CIFAR-10 or CIFAR-100 in the binary version: from the archive as published, from a folder with its .bin files
 * (or .bin.gz), or from one such file. Files with "test" in their name are the test images; where there is none, a
 * tenth of each class is kept for it. Throws an AdviceError where a file is missing or not of that form.
 */
export async function readCifar(name: CifarName, path: string): Promise<LoadedDataset> {
  const { parts, files } = await readParts(name, path);
  const isTest = (part: Part) => /test/i.test(part.name);
  const [test, training] = [parts.filter(isTest), parts.filter((part) => !isTest(part))];
  if (training.length === 0)
    throw new AdviceError(`${path} has no training images of ${labelOf(name)}.`, remedy(name));
  const all = joinParts(name, training);
  const split =
    test.length > 0
      ? { training: all, test: joinParts(name, test) }
      : holdOut(all, { testShare: 0.1, splitSeed: 1 });
  requireHeldOut(split.test.count, path);
  const facts = datasetFacts({ type: name });
  return {
    facts: { ...facts, trainingImages: split.training.count, testImages: split.test.count },
    classNames: cifarClassNames[name],
    statistics: channelStatistics(split.training, 3),
    ...split,
    files,
    skipped: [],
  };
}

/** Whether a file's name is that of a part of the binary version. */
export function isCifarPart(name: string): boolean {
  return /\.bin(\.gz)?$/i.test(name);
}

async function readParts(
  name: CifarName,
  path: string,
): Promise<{ readonly parts: readonly Part[]; readonly files: readonly DatasetFile[] }> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw new AdviceError(
      `There is no file or folder ${path}, where ${labelOf(name)} should be.`,
      remedy(name),
    );
  if (found.isDirectory()) {
    const names = (await readdir(path)).filter(isCifarPart).sort();
    if (names.length === 0)
      throw new AdviceError(`${path} has no .bin files of ${labelOf(name)}.`, remedy(name));
    return readFiles(
      name,
      names.map((file) => join(path, file)),
    );
  }
  if (isCifarPart(path)) {
    const beside = (await readdir(dirname(path))).filter((file) => isCifarPart(file) && /test/i.test(file));
    const tests = beside.sort().map((file) => join(dirname(path), file));
    return readFiles(name, [path, ...tests.filter((test) => test !== path)]);
  }
  return readArchive(name, path);
}

async function readFiles(name: CifarName, paths: readonly string[]) {
  const parts: Part[] = [];
  const files: DatasetFile[] = [];
  for (const path of paths) {
    const { bytes, file } = await readBytes(path, remedy(name), largestPart);
    parts.push({ place: path, name: basename(path), bytes });
    files.push(file);
  }
  return { parts, files };
}

async function readArchive(name: CifarName, path: string) {
  let parts: readonly Part[] = [];
  const sha256 = await streamFile(path, remedy(name), async (source) => {
    const entries = await readTar(source, isCifarPart, largestPart);
    parts = entries.map((entry) => ({
      place: `${path}, ${entry.name}`,
      name: basename(entry.name),
      bytes: entry.bytes,
    }));
  });
  return { parts, files: [{ name: basename(path), sha256 }] };
}

function joinParts(name: CifarName, parts: readonly Part[]): LabelledImages {
  const read = parts.map((part): CifarImages => {
    const images = readCifarRecords(name, part.bytes);
    if ('fault' in images) throw new AdviceError(`${part.place} ${images.fault}.`, remedy(name));
    return images;
  });
  const pixels = sharedBytes(read.reduce((sum, part) => sum + part.pixels.length, 0));
  const labels = new Uint8Array(read.reduce((sum, part) => sum + part.labels.length, 0));
  let [pixel, image] = [0, 0];
  for (const part of read) {
    pixels.set(part.pixels, pixel);
    labels.set(part.labels, image);
    pixel += part.pixels.length;
    image += part.labels.length;
  }
  return { count: labels.length, pixels, labels };
}

function labelOf(name: CifarName): string {
  return datasetFacts({ type: name }).label;
}

function remedy(name: CifarName): string {
  return `Choose ${name}-binary.tar.gz as published, or a folder with its .bin files; or download it again.`;
}
