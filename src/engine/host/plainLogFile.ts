import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { EngineLogFile } from './engineLog';

/** A log that has reached this size when the program starts becomes engine.old.log. */
const fileLimit = 4 * 1024 * 1024;

/** engine.log in `folder`, as the engine prints it. A folder that can't be written costs the file, never the engine. */
export function plainLogFile(folder: string): EngineLogFile {
  const path = join(folder, 'engine.log');
  const file = openFile(folder, path);
  return {
    path: file === null ? null : path,
    note: (event) => file?.write(`[${new Date().toISOString()}] ${event}\n`),
    append: (output) => file?.write(output),
  };
}

function openFile(folder: string, path: string): WriteStream | null {
  try {
    mkdirSync(folder, { recursive: true });
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > fileLimit) renameSync(path, join(folder, 'engine.old.log'));
    const file = createWriteStream(path, { flags: 'a' });
    file.on('error', (error) => console.error(`The engine's log can't be written: ${error.message}`));
    return file;
  } catch {
    return null;
  }
}
