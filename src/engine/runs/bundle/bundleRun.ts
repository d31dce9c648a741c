import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, renameSync, statSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { AdviceError } from '../../adviceError';
import { writingFault } from '../fileFault';
import { readRunRecord } from '../readRunRecord';
import { type BundledFile, bundleLimits, isBundled, manifestName } from './bundleManifest';

const chunkBytes = 256 * 1024;
/** The same in each bundle, so that equal runs give equal files. */
const entryTime = new Date(2000, 0, 1);

/** A file of the run as it was found: what is appended to it meanwhile is left out. */
interface FoundFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly inode: string;
}

/**
 * Writes a run folder into one zip file that another person can open, without holding more than a piece of it in
 * memory. It has all but the checkpoint before the last. Throws an AdviceError where that can't be done; the file is
 * then as it was.
 */
export async function bundleRun(folder: string, file: string): Promise<void> {
  readRunRecord(folder);
  const found = findFiles(folder);
  const bytes = found.reduce((sum, next) => sum + next.bytes, 0);
  if (bytes > bundleLimits.zipBytes)
    throw new AdviceError(
      `The run in ${folder} has ${(bytes / 1024 ** 3).toFixed(1)} GiB; a bundle holds 4 GiB at most.`,
      'Copy the folder itself, or move checkpoints/best.safetensors out of it first.',
    );
  if (existsSync(file) && !statSync(file).isFile())
    throw new AdviceError(`${file} is a folder or a device.`, 'Name a file to write the bundle to.');
  const aside = `${file}.partial`;
  try {
    const target = await open(aside, 'w');
    try {
      await writeZip(found, target);
      await target.sync();
    } finally {
      await target.close();
    }
    renameSync(aside, file);
  } catch (cause) {
    // A name that no file can have can't be removed either.
    await rm(aside, { force: true }).catch(() => {});
    throw writingFault(file, cause);
  }
}

function findFiles(folder: string): readonly FoundFile[] {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(join(folder, entry.name)).map((name) => `${entry.name}/${name}`)
      : [entry.name],
  );
  const files = names.filter(isBundled).flatMap((name) => {
    const path = join(folder, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat?.isFile() === true
      ? [{ name, path, bytes: stat.size, inode: `${stat.dev} ${stat.ino}` }]
      : [];
  });
  if (files.length > bundleLimits.files)
    throw new AdviceError(
      `${folder} holds ${files.length} files; a run has ${bundleLimits.files} at most.`,
      'Move the files that Layerwise did not write out of the folder.',
    );
  return files.sort((left, right) => (left.name < right.name ? -1 : 1));
}

async function writeZip(found: readonly FoundFile[], target: FileHandle): Promise<void> {
  const pieces: Uint8Array[] = [];
  const drain = async () => {
    for (const piece of pieces.splice(0)) await target.writeFile(piece);
  };
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  const files: BundledFile[] = [];
  const entries = new Map<string, BundledFile>();
  for (const file of found) {
    const same = entries.get(file.inode);
    const bundled = { ...(same ?? (await addFile(zip, file, drain))), name: file.name };
    entries.set(file.inode, bundled);
    files.push(bundled);
  }
  const manifest = addEntry(zip, manifestName);
  manifest.push(Buffer.from(JSON.stringify({ format: 'layerwise-bundle', version: 1, files })), true);
  zip.end();
  await drain();
}

async function addFile(
  zip: Zip,
  { name, path, bytes }: FoundFile,
  drain: () => Promise<void>,
): Promise<BundledFile> {
  const entry = addEntry(zip, name);
  const digest = createHash('sha256');
  const source = await open(path, 'r');
  let done = 0;
  try {
    while (done < bytes) {
      const piece = new Uint8Array(Math.min(chunkBytes, bytes - done));
      const { bytesRead } = await source.read(piece, 0, piece.length, done);
      if (bytesRead === 0) break;
      digest.update(piece.subarray(0, bytesRead));
      entry.push(piece.subarray(0, bytesRead));
      done += bytesRead;
      await drain();
    }
  } finally {
    await source.close();
  }
  entry.push(new Uint8Array(0), true);
  return { name, entry: name, bytes: done, sha256: digest.digest('hex') };
}

/** Measured values and weights are as good as random: to compress them takes time and gains nothing. */
function addEntry(zip: Zip, name: string): ZipDeflate | ZipPassThrough {
  const entry = /\.(?:f32|safetensors)$/.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name);
  entry.mtime = entryTime;
  zip.add(entry);
  return entry;
}
