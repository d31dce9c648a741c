/**
 * The directory at the end of a zip file (PKWARE's APPNOTE 4.3), read at its own place: entries are found without
 * reading through the file, and what stands between them can't deceive.
 */
import type { FileHandle } from 'node:fs/promises';
import { bundleLimits } from './bundleManifest';

/** Where an entry lies and how it is packed. */
export interface ZipEntry {
  /** 0 as it is, 8 deflated. */
  readonly method: number;
  readonly packedBytes: number;
  /** Of the entry's own header. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const entrySignature = 0x04034b50;
const endBytes = 22;
const longestComment = 0xffff;

/** How much a directory may hold. */
export interface ZipLimits {
  readonly files: number;
  readonly directoryBytes: number;
}

const limitsOfBundles: ZipLimits = {
  files: bundleLimits.files,
  directoryBytes: bundleLimits.manifestBytes,
};

/** Reads the directory. Throws an Error that says what is wrong: "it is cut off". */
export async function readZipDirectory(
  file: FileHandle,
  limits = limitsOfBundles,
): Promise<ReadonlyMap<string, ZipEntry>> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - endBytes - longestComment), endBytes + longestComment);
  const at = findEnd(tail);
  if (at < 0) throw new Error('it is cut off, or no zip file');
  const count = tail.readUInt16LE(at + 10);
  const length = tail.readUInt32LE(at + 12);
  // A bundle has its manifest beside the files.
  if (count > limits.files + 1 || length > limits.directoryBytes)
    throw new Error(`it holds more than ${limits.files.toLocaleString('en')} files`);
  const directory = await readAt(file, tail.readUInt32LE(at + 16), length);
  const entries = new Map<string, ZipEntry>();
  let position = 0;
  for (let number = 0; number < count; number++) {
    if (position + 46 > directory.length || directory.readUInt32LE(position) !== directorySignature)
      throw new Error('its directory is damaged');
    const nameBytes = directory.readUInt16LE(position + 28);
    const name = directory.toString('utf8', position + 46, position + 46 + nameBytes);
    if (entries.has(name)) throw new Error(`it holds ${name} twice`);
    entries.set(name, {
      method: directory.readUInt16LE(position + 10),
      packedBytes: directory.readUInt32LE(position + 20),
      offset: directory.readUInt32LE(position + 42),
    });
    position +=
      46 + nameBytes + directory.readUInt16LE(position + 30) + directory.readUInt16LE(position + 32);
  }
  return entries;
}

/** Where the content of an entry begins: after its own header, whose length may differ from the directory's. */
export async function contentOffset(file: FileHandle, { offset }: ZipEntry): Promise<number> {
  const header = await readAt(file, offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== entrySignature) throw new Error('it is damaged');
  return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - endBytes; at >= 0; at--) if (tail.readUInt32LE(at) === endSignature) return at;
  return -1;
}
