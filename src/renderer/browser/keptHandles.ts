import { recentProjectsKept } from '../../protocol/keptProjects';
import type { ProjectPortrait } from '../../protocol/projectPortrait';

/** A file that this browser may be asked for again. */
export interface KeptHandle {
  /** What the page calls it: its name, numbered where another file has the same. */
  readonly path: string;
  readonly handle: FileSystemFileHandle;
  /** When it was opened or saved last, in ms since 1970. */
  readonly usedAt: number;
  /** What is drawn of it in a list; absent where nothing was noted. */
  readonly portrait?: ProjectPortrait | null;
}

const store = 'files';

/**
 * Handles of the files used last, in the browser's own database: Save goes on writing the same file after the page was
 * loaded anew. Where there is no database, as in some private windows, they live as long as the page.
 */
export class KeptHandles {
  readonly #own = new Map<string, KeptHandle>();
  readonly #database = openDatabase();

  /** The latest first. */
  async list(): Promise<readonly KeptHandle[]> {
    const kept = await this.#run<KeptHandle[]>('readonly', (files) => files.getAll());
    const all = new Map([...(kept ?? []).map((file) => [file.path, file] as const), ...this.#own]);
    return [...all.values()].sort((left, right) => right.usedAt - left.usedAt);
  }

  /** What the page calls a file; null for one that it does not know. */
  async pathOf(handle: FileSystemFileHandle | null): Promise<string | null> {
    if (handle === null) return null;
    for (const known of await this.list()) if (await known.handle.isSameEntry(handle)) return known.path;
    return null;
  }

  async find(path: string): Promise<FileSystemFileHandle | null> {
    return (await this.#get(path))?.handle ?? null;
  }

  /** Keeps a handle in place of the one with the same path, and drops those that were not used for long. */
  async keep(path: string, handle: FileSystemFileHandle): Promise<void> {
    const portrait = (await this.#get(path))?.portrait ?? null;
    await this.#put({ path, handle, usedAt: Date.now(), portrait });
    for (const { path: old } of (await this.list()).slice(recentProjectsKept)) await this.forget(old);
  }

  /** Notes what a list is to show of a file that is kept. */
  async portray(path: string, portrait: ProjectPortrait | null): Promise<void> {
    const file = await this.#get(path);
    if (file !== undefined) await this.#put({ ...file, portrait });
  }

  async forget(path: string): Promise<void> {
    this.#own.delete(path);
    await this.#run('readwrite', (files) => files.delete(path));
  }

  async #get(path: string): Promise<KeptHandle | undefined> {
    return this.#own.get(path) ?? (await this.#run<KeptHandle>('readonly', (files) => files.get(path)));
  }

  async #put(file: KeptHandle): Promise<void> {
    this.#own.set(file.path, file);
    await this.#run('readwrite', (files) => files.put(file, file.path));
  }

  /** One request in a transaction of its own; undefined where it fails. */
  async #run<Value>(
    mode: IDBTransactionMode,
    ask: (files: IDBObjectStore) => IDBRequest<Value> | IDBRequest<unknown>,
  ): Promise<Value | undefined> {
    const database = await this.#database;
    if (database === null) return undefined;
    return new Promise((resolve) => {
      const request = ask(database.transaction(store, mode).objectStore(store)) as IDBRequest<Value>;
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
    });
  }
}

function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = indexedDB.open('layerwise', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
  });
}
