import { randomUUID } from 'node:crypto';
import { constants, open, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type FileProblem, maxProjectBytes } from '../protocol/windowChannels';
import { explainFileError } from './fileProblems';
import { mebibytes } from './mebibytes';
import { replaceFile } from './replaceFile';

/**
 * Saves a project so that the file holds either the old text or the new one, whole, whatever happens.
 * Returns null, or why it could not.
 */
export async function writeProjectFile(path: string, text: string): Promise<FileProblem | null> {
  const name = basename(path);
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > maxProjectBytes) return tooLarge(name, bytes.length);
  try {
    const target = await findTarget(path);
    const aside = join(dirname(target.path), `.layerwise-${randomUUID()}.part`);
    await replaceFile(target.path, aside, target.mode, bytes);
    return null;
  } catch (error) {
    return explainFileError(error, 'save', name);
  }
}

interface Target {
  /** Behind symbolic links: a link stays a link. */
  readonly path: string;
  /** Permissions of the file that is there. */
  readonly mode: number;
}

async function findTarget(path: string): Promise<Target> {
  try {
    const real = await realpath(path);
    const kind = await stat(real);
    if (kind.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    // A rename would put a file in the place of a device.
    if (!kind.isFile()) throw Object.assign(new Error('a device or a pipe'), { code: 'ENODEV' });
    // A rename would replace a write-protected file, which the protection is meant to prevent.
    await (await open(real, constants.O_WRONLY)).close();
    return { path: real, mode: kind.mode & 0o777 };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { path, mode: 0o644 };
    throw error;
  }
}

function tooLarge(name: string, bytes: number): FileProblem {
  return {
    message: `${name} could not be saved: it would have ${mebibytes(bytes)}, and a project at most ${mebibytes(maxProjectBytes)}.`,
    advice: 'Remove layers, and save again.',
  };
}
