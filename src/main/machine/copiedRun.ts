import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { copiedFiles } from '../../engine/runs/copiedFiles';
import { columnFiles, quantities, rowWidth, wholeRows } from '../../engine/runs/telemetry/columnFiles';
import { readColumns } from '../../engine/runs/telemetry/readColumns';
import type { RunFiles } from '../../protocol/machineMessages';
import { cutToLines } from './cutToLines';
import type { MachineClient } from './machineClient';

type RemoteFile = RunFiles['files'][number];

/** Checkpoints are large, and another one comes with each epoch. */
const isCheckpoint = (name: string): boolean => name.startsWith('checkpoints/');

/** The copy of one run of another machine, in a folder of this one: brought up to date, it is a run as any other. */
export class CopiedRun {
  readonly path: string;
  readonly #client: MachineClient;
  readonly #run: string;

  /** `run` is its name there, `path` its folder here. */
  constructor(client: MachineClient, run: string, path: string) {
    this.#client = client;
    this.#run = run;
    this.path = path;
  }

  /**
   * Copies what is new. Whenever it is cut off, what is there is whole and goes on from there. Returns false where the
   * other machine has no such run any more. Throws where it can't be reached, or the disk refuses.
   */
  async update({ checkpoints }: { readonly checkpoints: boolean }): Promise<boolean> {
    const listed = await this.#client.runFiles(this.#run);
    if (listed === null) return false;
    for (const name of ['.', 'telemetry', 'checkpoints'])
      mkdirSync(join(this.path, name), { recursive: true });
    const files = new Map(listed.files.map((file) => [file.name, file]));
    let lengths: ReadonlyMap<string, number> | null = null;
    for (const [name, way] of copiedFiles) {
      const file = files.get(name);
      if (file === undefined || (isCheckpoint(name) && !checkpoints)) continue;
      if (way === 'whole') await this.#replace(file);
      else if (way === 'lines') await this.#addLines(file);
      else {
        lengths ??= this.#rowLengths(files);
        await this.#append(file, lengths.get(name) ?? 0);
      }
    }
    return true;
  }

  async #replace(file: RemoteFile): Promise<void> {
    const path = join(this.path, file.name);
    const here = statSync(path, { throwIfNoEntry: false });
    if (here?.size === file.bytes && Math.abs(here.mtimeMs - file.modified) < 2) return;
    const aside = `${path}.partial`;
    await pipeline(await this.#client.readWhole(this.#run, file.name, file.bytes), createWriteStream(aside));
    utimesSync(aside, new Date(), new Date(file.modified));
    renameSync(aside, path);
  }

  async #addLines(file: RemoteFile): Promise<void> {
    await this.#append(file, file.bytes);
    cutToLines(join(this.path, file.name));
  }

  /** Adds to a file what it lacks of the first `bytes` bytes of the other. */
  async #append({ name }: RemoteFile, bytes: number): Promise<void> {
    const path = join(this.path, name);
    const length = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    // What grows only at its end is never shorter than its copy, unless it is another file by now.
    if (length > bytes) rmSync(path);
    const start = length > bytes ? 0 : length;
    if (start === bytes) return;
    const answer = await this.#client.readPart(this.#run, name, start, bytes);
    await pipeline(answer, createWriteStream(path, { flags: 'a' }));
  }

  /** How much of each telemetry file there is in whole rows: beyond that it may still be rewritten. */
  #rowLengths(files: ReadonlyMap<string, RemoteFile>): ReadonlyMap<string, number> {
    const folder = join(this.path, 'telemetry');
    if (!existsSync(join(folder, 'columns.json'))) return new Map();
    const columns = readColumns(folder);
    const rows = wholeRows(columns, (file) => files.get(`telemetry/${file}`)?.bytes ?? 0);
    return new Map(
      quantities.map((quantity) => [
        `telemetry/${columnFiles[quantity].file}`,
        4 * rows * rowWidth(quantity, columns),
      ]),
    );
  }
}
