import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

/** A log that has reached this size when the application starts becomes engine.old.log. */
const fileLimit = 4 * 1024 * 1024;
/** What failure notices show of it, in characters. */
const tailLimit = 4_000;

/** Keeps what the engine process prints: all of it in a file, the last lines for failure notices. */
export class EngineLog {
  readonly path: string;
  readonly #file: WriteStream | null;
  #tail = '';

  /** A folder that can't be written costs the file, never the engine. */
  constructor(folder: string) {
    this.path = join(folder, 'engine.log');
    this.#file = openLog(folder, this.path);
  }

  /** Notes an event of the process's life, with the time. */
  note(event: string): void {
    this.#file?.write(`[${new Date().toISOString()}] ${event}\n`);
  }

  /** Takes a piece of the process's output. */
  append(output: string): void {
    this.#file?.write(output);
    this.#tail = (this.#tail + output).slice(-tailLimit);
  }

  /** Starts a new tail, for a new process. */
  startTail(): void {
    this.#tail = '';
  }

  /** The last lines that the present process printed, and where the rest is. */
  details(): string {
    const whole = this.#tail.length < tailLimit;
    const lines = (whole ? this.#tail : this.#tail.slice(this.#tail.indexOf('\n') + 1)).trim();
    const printed = lines === '' ? 'The engine printed nothing.' : lines;
    return this.#file === null ? printed : `${printed}\n\nFull log: ${this.path}`;
  }
}

function openLog(folder: string, path: string): WriteStream | null {
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
