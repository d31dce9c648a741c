/** What failure notices show of it, in characters. */
const tailLimit = 4_000;

/** Where an engine's output is kept. */
export interface EngineLogFile {
  /** Null where it can't be written. */
  readonly path: string | null;
  /** Takes an event of the process's life. */
  note(event: string): void;
  /** Takes a piece of the process's output, which may end in the middle of a line. */
  append(output: string): void;
}

/** Keeps what the engine process prints: all of it in a file, the last lines for failure notices. */
export class EngineLog {
  readonly #file: EngineLogFile;
  #tail = '';

  constructor(file: EngineLogFile) {
    this.#file = file;
  }

  /** Notes an event of the process's life, with the time. */
  note(event: string): void {
    this.#file.note(event);
  }

  /** Takes a piece of the process's output. */
  append(output: string): void {
    this.#file.append(output);
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
    return this.#file.path === null ? printed : `${printed}\n\nFull log: ${this.#file.path}`;
  }
}
