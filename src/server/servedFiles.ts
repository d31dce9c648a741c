import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { AdviceError } from '../engine/adviceError';
import { contentTypeOf } from '../protocol/contentTypes';

export interface ServedFile {
  readonly bytes: Buffer;
  readonly contentType: string;
}

/**
 * The page as built in `folder`, read once: a request names one of these paths or nothing, and reaches no file
 * system. `/` is the page itself.
 */
export function readServedFiles(folder: string): ReadonlyMap<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  for (const entry of listFolder(folder)) {
    const path = join(entry.parentPath, entry.name);
    const contentType = contentTypeOf(entry.name);
    if (!entry.isFile() || contentType === null) continue;
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { bytes: readFileSync(path), contentType });
  }
  const page = files.get('/index.html');
  if (page === undefined)
    throw new AdviceError(
      `${folder} holds no page to serve.`,
      'Run "npm run build", which makes it, and serve again.',
    );
  return files.set('/', page);
}

function listFolder(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (cause) {
    throw new AdviceError(
      `The page to serve is not in ${folder}.`,
      'Run "npm run build", which makes it, and serve again.',
      { cause },
    );
  }
}
