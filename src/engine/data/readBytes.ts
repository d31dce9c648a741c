import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { AdviceError } from '../adviceError';
import type { DatasetFile } from './dataset';

/** No file of a dataset is larger, compressed or not: 4 GiB. */
const largestFile = 4 * 1024 ** 3;

/** A file's content, unpacked if its name ends in .gz, with the digest of the file as it lies there. */
export interface FileContent {
  readonly bytes: Uint8Array;
  readonly file: DatasetFile;
}

/** Reads a file of a dataset. `advice` says what to do where that fails. */
export async function readBytes(path: string, advice: string, limit = largestFile): Promise<FileContent> {
  const chunks: Uint8Array[] = [];
  const sha256 = await streamFile(path, advice, async (source) => {
    let size = 0;
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > limit)
        throw new AdviceError(`${path} holds more than ${Math.round(limit / 1024 ** 2)} MiB.`, advice);
      chunks.push(chunk);
    }
  });
  return { bytes: Buffer.concat(chunks), file: { name: basename(path), sha256 } };
}

/** Leads a file through `take`, unpacked if its name ends in .gz or .tgz. Returns the SHA-256 of the file as it lies there. */
export async function streamFile(
  path: string,
  advice: string,
  take: (source: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<string> {
  const digest = createHash('sha256');
  const hashed = async function* (source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      digest.update(chunk);
      yield chunk;
    }
  };
  try {
    await checkFile(path);
    const source = createReadStream(path, { highWaterMark: 1024 * 1024 });
    if (/\.t?gz$/i.test(path)) await pipeline(source, hashed, createGunzip(), take);
    else await pipeline(source, hashed, take);
  } catch (cause) {
    throw cause instanceof AdviceError
      ? cause
      : new AdviceError(`${path} ${reasonOf(cause)}.`, advice, { cause });
  }
  return digest.digest('hex');
}

/** A folder or a device gives no content, and some never end. */
async function checkFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    if (!(await file.stat()).isFile()) throw new AdviceError(`${path} is not a file.`, 'Choose a file.');
  } finally {
    await file.close();
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'is missing';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  if (code === 'Z_BUF_ERROR') return 'is cut off: its compressed data ends too early';
  if (typeof code === 'string' && code.startsWith('Z_')) return 'is damaged: it is not in the form of gzip';
  return `can't be read (${cause instanceof Error ? cause.message : String(cause)})`;
}
