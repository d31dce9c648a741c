import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type RecentProject, recentProjectsKept } from '../protocol/keptProjects';
import { type ProjectPortrait, projectPortraitSchema } from '../protocol/projectPortrait';
import { replaceFile } from './replaceFile';

const pathSchema = z.string().min(1);
const entrySchema = z.strictObject({
  path: pathSchema,
  usedAt: z.number().nullable(),
  portrait: projectPortraitSchema.nullable(),
});
type Entry = z.infer<typeof entrySchema>;
const listSchema = z.union([
  z.strictObject({ projects: z.array(entrySchema) }),
  /** As Layerwise wrote it before projects had portraits. */
  z.strictObject({ paths: z.array(pathSchema) }),
]);

/** The files that were opened and saved last, kept in a file of the profile. */
export class RecentProjects {
  readonly #file: string;
  readonly #home: string;
  readonly #changed: () => void;
  #entries: readonly Entry[];
  #writing: Promise<void> = Promise.resolve();

  /** `changed` is called whenever the list holds other files, or has them in another order. */
  constructor(file: string, home: string, changed: () => void) {
    this.#file = file;
    this.#home = home;
    this.#changed = changed;
    this.#entries = readEntries(file);
  }

  /** The latest first. */
  list(): readonly RecentProject[] {
    return this.#entries.map(({ path, usedAt, portrait }) => ({
      path,
      name: basename(path),
      folder: this.#folderOf(path),
      usedAt,
      portrait,
    }));
  }

  has(path: string): boolean {
    return this.#entries.some((entry) => entry.path === path);
  }

  /** Puts a file at the head of the list. */
  note(path: string): void {
    const known = this.#entries.find((entry) => entry.path === path);
    const others = this.#entries.filter((entry) => entry !== known);
    const entry = { path, usedAt: Date.now(), portrait: known?.portrait ?? null };
    const moved = this.#entries[0] !== known || known === undefined;
    this.#keep([entry, ...others].slice(0, recentProjectsKept));
    if (moved) this.#changed();
  }

  /** What the list shows of a file that is on it. */
  portray(path: string, portrait: ProjectPortrait | null): void {
    if (!this.has(path)) return;
    this.#keep(this.#entries.map((entry) => (entry.path === path ? { ...entry, portrait } : entry)));
  }

  forget(path: string): void {
    if (!this.has(path)) return;
    this.#keep(this.#entries.filter((entry) => entry.path !== path));
    this.#changed();
  }

  /** Resolves when the list is on the disk. */
  written(): Promise<void> {
    return this.#writing;
  }

  #keep(entries: readonly Entry[]): void {
    this.#entries = entries;
    this.#writing = this.#writing.then(() => this.#write(entries));
  }

  /** A list that can't be written is no reason to keep someone from working: it lasts until Layerwise ends. */
  async #write(projects: readonly Entry[]): Promise<void> {
    try {
      await mkdir(dirname(this.#file), { recursive: true });
      const bytes = Buffer.from(`${JSON.stringify({ projects })}\n`);
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
function readEntries(file: string): readonly Entry[] {
  try {
    const list = listSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const entries =
      'projects' in list ? list.projects : list.paths.map((path) => ({ path, usedAt: null, portrait: null }));
    const first = entries.filter(
      ({ path }, place) => entries.findIndex((other) => other.path === path) === place,
    );
    return first.slice(0, recentProjectsKept);
  } catch {
    return [];
  }
}
