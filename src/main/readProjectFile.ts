import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type FileProblem, maxProjectBytes } from '../protocol/windowChannels';
import { digestOf } from './fileDigest';
import { explainFileError } from './fileProblems';
import { mebibytes } from './mebibytes';

export interface ReadProject {
  readonly text: string;
  /** Of the bytes in the file. */
  readonly digest: string;
}

/**
 * Reads a project's text, and never more than `maxProjectBytes` of it. Folders, devices and pipes are refused
 * before they are opened: a pipe would make the reader wait for ever.
 */
export async function readProjectFile(path: string): Promise<ReadProject | { problem: FileProblem }> {
  const name = basename(path);
  try {
    const kind = await stat(path);
    if (kind.isDirectory()) return { problem: folder(name) };
    if (!kind.isFile()) return { problem: notAFile(name) };
    if (kind.size > maxProjectBytes) return { problem: tooLarge(name, kind.size) };
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return decode(await readBounded(handle), name);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { problem: explainFileError(error, 'open', name) };
  }
}

/** At most one byte more than the limit, which tells a file that grew after it was measured. */
async function readBounded(handle: FileHandle): Promise<Buffer> {
  const { size } = await handle.stat();
  const buffer = Buffer.allocUnsafe(Math.min(size, maxProjectBytes) + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

function decode(bytes: Buffer, name: string): ReadProject | { problem: FileProblem } {
  if (bytes.length > maxProjectBytes) return { problem: tooLarge(name, bytes.length) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), digest: digestOf(bytes) };
  } catch {
    return {
      problem: {
        message: `${name} could not be opened: it holds no UTF-8 text.`,
        advice: 'Choose a project that Layerwise saved; it is a JSON text file.',
      },
    };
  }
}

function folder(name: string): FileProblem {
  return { message: `${name} could not be opened: it is a folder.`, advice: 'Choose a .layerwise file.' };
}

function notAFile(name: string): FileProblem {
  return {
    message: `${name} could not be opened: it is a device or a pipe and not a file.`,
    advice: 'Choose a .layerwise file.',
  };
}

function tooLarge(name: string, bytes: number): FileProblem {
  return {
    message: `${name} could not be opened: it has ${mebibytes(bytes)}, and a project at most ${mebibytes(maxProjectBytes)}.`,
    advice: 'Choose a project that Layerwise saved: even very deep networks stay under 1 MiB.',
  };
}
