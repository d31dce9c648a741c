import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type RecentProject, recentProjectsKept } from '../protocol/keptProjects';
import { replaceFile } from './replaceFile';

const listSchema = z.strictObject({ paths: z.array(z.string().min(1)) });

/** The files that were opened and saved last, kept in a file of the profile. */
export class RecentProjects {
  readonly #file: string;
  readonly #home: string;
  readonly #changed: () => void;
  #paths: readonly string[];
  #writing: Promise<void> = Promise.resolve();

  /** `changed` is called whenever the list is another one. */
  constructor(file: string, home: string, changed: () => void) {
    this.#file = file;
    this.#home = home;
    this.#changed = changed;
    this.#paths = readPaths(file);
  }

  /** The latest first. */
  list(): readonly RecentProject[] {
    return this.#paths.map((path) => ({ path, name: basename(path), folder: this.#folderOf(path) }));
  }

  has(path: string): boolean {
    return this.#paths.includes(path);
  }

  /** Puts a file at the head of the list. */
  note(path: string): void {
    if (this.#paths[0] === path) return;
    this.#show([path, ...this.#paths.filter((other) => other !== path)].slice(0, recentProjectsKept));
  }

  forget(path: string): void {
    if (this.has(path)) this.#show(this.#paths.filter((other) => other !== path));
  }

  /** Resolves when the list is on the disk. */
  written(): Promise<void> {
    return this.#writing;
  }

  #show(paths: readonly string[]): void {
    this.#paths = paths;
    this.#writing = this.#writing.then(() => this.#write(paths));
    this.#changed();
  }

  /** A list that can't be written is no reason to keep someone from working: it lasts until Layerwise ends. */
  async #write(paths: readonly string[]): Promise<void> {
    try {
      await mkdir(dirname(this.#file), { recursive: true });
      const bytes = Buffer.from(`${JSON.stringify({ paths }, null, 2)}\n`);
      await replaceFile(this.#file, `${this.#file}.part`, 0o600, bytes);
    } catch (error) {
      console.error('The list of recent projects could not be written.', error);
    }
  }

  /** Below the home folder as `~/…`. */
  #folderOf(path: string): string {
    const folder = dirname(path);
    if (folder === this.#home) return '~';
    return folder.startsWith(join(this.#home, '/')) ? `~${folder.slice(this.#home.length)}` : folder;
  }
}

/** No list where there is no file yet, or one that something else has written. */
function readPaths(file: string): readonly string[] {
  try {
    const list = listSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return list.success ? [...new Set(list.data.paths)].slice(0, recentProjectsKept) : [];
  } catch {
    return [];
  }
}
