import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

const copyBytes = 1024 * 1024;

/**
 * A file that grows at its end only. A write is there as a whole or not at all (but for a kill), so that it can be
 * tried again once the disk has room. Where the file was deleted meanwhile, its content is put back as soon as its
 * folder is there again.
 */
export class AppendFile {
  readonly #path: string;
  readonly #root: string;
  #file: number;
  #length: number;

  /** Opens the file, or makes it. `root` is the folder of the run, without which nothing is put back. */
  constructor(path: string, root: string) {
    this.#path = path;
    this.#root = root;
    this.#file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o666);
    this.#length = fstatSync(this.#file).size;
  }

  /** In bytes. */
  get length(): number {
    return this.#length;
  }

  /** Writes all of the bytes at the end, or throws with the file as it was. */
  append(bytes: Uint8Array): void {
    if (fstatSync(this.#file).nlink === 0) this.#putBack();
    try {
      writeFully(this.#file, bytes, this.#length);
    } catch (cause) {
      this.cut(this.#length);
      throw cause;
    }
    this.#length += bytes.byteLength;
  }

  /** Drops what lies beyond so many bytes. Where the disk refuses, the next write overwrites it. */
  cut(length: number): void {
    this.#length = length;
    try {
      ftruncateSync(this.#file, length);
    } catch {}
  }

  /** Up to `count` bytes from `position` on. */
  read(position: number, count: number): Uint8Array {
    const bytes = Buffer.alloc(count);
    return bytes.subarray(0, readSync(this.#file, bytes, 0, count, position));
  }

  /** Returns once the disk has it, whatever happens to the machine. */
  flush(): void {
    if (fstatSync(this.#file).nlink === 0) this.#putBack();
    fsyncSync(this.#file);
  }

  close(): void {
    closeSync(this.#file);
  }

  /** The content of a deleted file can be read for as long as it is open. */
  #putBack(): void {
    const folder = dirname(this.#path);
    if (existsSync(this.#root) && !existsSync(folder)) mkdirSync(folder);
    const aside = `${this.#path}.partial`;
    const file = openSync(aside, constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC, 0o666);
    try {
      for (let position = 0; position < this.#length; position += copyBytes)
        writeFully(file, this.read(position, Math.min(copyBytes, this.#length - position)), position);
      fsyncSync(file);
      renameSync(aside, this.#path);
    } catch (cause) {
      closeSync(file);
      throw cause;
    }
    closeSync(this.#file);
    this.#file = file;
  }
}

function writeFully(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.byteLength; )
    done += writeSync(file, bytes, done, bytes.byteLength - done, position + done);
}
