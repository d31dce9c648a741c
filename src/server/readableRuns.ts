import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copiedFiles } from '../engine/runs/copiedFiles';
import type { RunFiles } from '../protocol/machineMessages';
import { runFolderNameSchema } from '../protocol/runMessages';

/** The files of runs that another machine may copy. No name of a path but those of a fixed list reaches the disk. */
export class ReadableRuns {
  readonly #folder: string;

  /** `folder` holds the runs. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The files that a run has now; null where there is no such run. */
  async list(run: string): Promise<RunFiles | null> {
    const path = await this.#find(run);
    if (path === null) return null;
    const files = await Promise.all([...copiedFiles.keys()].map((name) => factsOf(path, name)));
    return { folder: run, files: files.filter((file) => file !== null) };
  }

  /** A file of a run, open to be read; null where there is none. Whoever gets it closes it. */
  async open(run: string, file: string): Promise<{ handle: FileHandle; bytes: number } | null> {
    const path = copiedFiles.has(file) ? await this.#find(run) : null;
    if (path === null || !(await isFolder(dirname(join(path, file))))) return null;
    return openFile(join(path, file));
  }

  async #find(run: string): Promise<string | null> {
    if (!runFolderNameSchema.safeParse(run).success) return null;
    const path = join(this.#folder, run);
    return (await isFolder(path)) && (await factsOf(path, 'run.json')) !== null ? path : null;
  }
}

/** A link is none, wherever it leads. */
async function isFolder(path: string): Promise<boolean> {
  const stat = await lstat(path).catch(() => null);
  return stat?.isDirectory() === true;
}

async function factsOf(folder: string, name: string): Promise<RunFiles['files'][number] | null> {
  const stat = await lstat(join(folder, name)).catch(() => null);
  return stat?.isFile() === true ? { name, bytes: stat.size, modified: stat.mtimeMs } : null;
}

async function openFile(path: string): Promise<{ handle: FileHandle; bytes: number } | null> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(path, flags).catch(() => null);
  const stat = await handle?.stat();
  if (handle !== null && stat?.isFile() === true) return { handle, bytes: stat.size };
  await handle?.close();
  return null;
}
