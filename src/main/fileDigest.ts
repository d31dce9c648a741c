import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { maxProjectBytes } from '../protocol/windowChannels';

/** SHA-256, by which a file's content is recognised. */
export function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The digest of a file as it is now; null where there is none. */
export async function digestOfFile(path: string): Promise<string | null> {
  try {
    const kind = await stat(path);
    if (!kind.isFile()) return null;
    return kind.size > maxProjectBytes ? 'larger than a project' : digestOf(await readFile(path));
  } catch {
    // Whatever keeps it from being read is said by the attempt to write it.
    return null;
  }
}
