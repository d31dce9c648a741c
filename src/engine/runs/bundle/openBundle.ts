import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ZodError } from 'zod';
import { AdviceError } from '../../adviceError';
import { errorCode, readingFault, writingFault } from '../fileFault';
import { readRunRecord } from '../readRunRecord';
import { openRegularFile } from '../readWholeFile';
import {
  type BundledFile,
  type BundleManifest,
  bundleLimits,
  bundleManifestSchema,
  manifestName,
} from './bundleManifest';
import { inflateEntry } from './inflateEntry';
import { readZipDirectory, type ZipEntry } from './zipDirectory';

const choose = 'Choose a .layerwise-run file that Layerwise wrote, or ask for another copy of it.';

/**
 * Unpacks a bundle into the folder `into`, which must be new or empty, and checks every byte of it. Throws an
 * AdviceError where that can't be done; nothing is then left there.
 */
export async function openBundle(file: string, into: string): Promise<void> {
  if (existsSync(into) && !isEmptyFolder(into))
    throw new AdviceError(`${into} holds something already.`, 'Name a new folder to unpack the bundle into.');
  const source = await openSource(file);
  let aside: string | null = null;
  try {
    const entries = await readZipDirectory(source).catch(refuse(file));
    const manifest = await readManifest(source, entries).catch(refuse(file));
    mkdirSync(dirname(into), { recursive: true });
    aside = mkdtempSync(`${into}.`);
    for (const bundled of manifest.files) await unpack(source, entries, bundled, aside).catch(refuse(file));
    readRunRecord(aside);
    if (existsSync(into)) rmdirSync(into);
    renameSync(aside, into);
  } catch (cause) {
    if (aside !== null) rmSync(aside, { recursive: true, force: true });
    throw writingFault(into, cause);
  } finally {
    await source.close();
  }
}

async function openSource(file: string): Promise<FileHandle> {
  try {
    closeSync(openRegularFile(file).file);
    return await open(file, 'r');
  } catch (cause) {
    throw new AdviceError(`The bundle ${file} ${readingFault(cause)}.`, choose, { cause });
  }
}

/** What is wrong with the bundle becomes a sentence; a refusal of the disk is told as such. */
function refuse(file: string): (cause: unknown) => never {
  return (cause) => {
    if (errorCode(cause) !== '' || cause instanceof AdviceError) throw cause;
    throw new AdviceError(`The bundle ${file} ${readingFault(cause)}.`, choose, { cause });
  };
}

async function readManifest(
  source: FileHandle,
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<BundleManifest> {
  const entry = entries.get(manifestName);
  if (entry === undefined) throw new Error(`it is no bundle of a run: it lacks ${manifestName}`);
  const pieces: Uint8Array[] = [];
  await inflateEntry(source, entry, bundleLimits.manifestBytes, async (piece) => void pieces.push(piece));
  const parsed = bundleManifestSchema.safeParse(parseJson(Buffer.concat(pieces).toString()));
  if (!parsed.success) throw new Error(`its ${manifestName} ${manifestFault(parsed.error)}`);
  const { files } = parsed.data;
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) > bundleLimits.bytes)
    throw new Error(`it would take more than ${bundleLimits.bytes / 1024 ** 3} GiB`);
  if (new Set(files.map(({ name }) => name.toLowerCase())).size < files.length)
    throw new Error('it holds a file twice');
  const firsts = new Map(files.toReversed().map((file) => [file.entry, file]));
  for (const { entry, bytes, sha256 } of files)
    if (firsts.get(entry)?.bytes !== bytes || firsts.get(entry)?.sha256 !== sha256)
      throw new Error(`it contradicts itself about ${entry}`);
  return parsed.data;
}

/** A name that is not allowed is told in words of our own; all else is damage. */
function manifestFault({ issues: [first] }: ZodError): string {
  return first?.code === 'custom' ? `lists a file that ${first.message}` : 'is damaged';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function unpack(
  source: FileHandle,
  entries: ReadonlyMap<string, ZipEntry>,
  { name, entry, bytes, sha256 }: BundledFile,
  folder: string,
): Promise<void> {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  const first = join(folder, entry);
  if (entry !== name && existsSync(first)) {
    copyFileSync(first, path);
    return;
  }
  const found = entries.get(entry);
  if (found === undefined) throw new Error(`it lacks ${entry}`);
  const digest = createHash('sha256');
  const target = await open(path, 'wx');
  try {
    const size = await inflateEntry(source, found, bytes, async (piece) => {
      digest.update(piece);
      await target.writeFile(piece);
    });
    if (size !== bytes || digest.digest('hex') !== sha256) throw new Error(`its ${name} is damaged`);
    await target.sync();
  } finally {
    await target.close();
  }
}

function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch {
    return false;
  }
}
