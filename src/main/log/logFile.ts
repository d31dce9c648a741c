import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import log from 'electron-log/node';

/** Who has something to say. */
export type LogSource = 'main' | 'engine' | 'window' | 'run' | 'updates' | 'download';

export interface LogLimits {
  /** A file that has grown beyond so many bytes is put aside. */
  readonly fileBytes: number;
  /** So many are kept, with the one that is written. */
  readonly files: number;
}

const usual: LogLimits = { fileBytes: 1024 * 1024, files: 5 };
/** Of a text that is noted at once, so many characters are kept. */
const textLimit = 16_000;

/**
 * Files of text with the time and the source of each line, in one folder: layerwise.log, and layerwise.1.log… that were
 * full before it. Only what `redact` leaves is written.
 */
export class LogFile {
  readonly folder: string;
  readonly path: string;
  readonly #logger = log.create({ logId: 'layerwise' });
  readonly #redact: (text: string) => string;

  constructor(folder: string, redact: (text: string) => string, limits: LogLimits = usual) {
    this.folder = folder;
    this.path = join(folder, 'layerwise.log');
    this.#redact = redact;
    const { console, file, ipc, remote } = this.#logger.transports;
    // The library could print lines, and could send them to a server: here they go to the file alone.
    for (const other of [console, ipc, remote]) if (other) other.level = false;
    file.level = 'silly';
    file.resolvePathFn = () => this.path;
    file.format = '[{iso}] [{level}]{scope} {text}';
    file.maxSize = limits.fileBytes;
    file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
    file.archiveLogFn = () => putAside(folder, limits.files);
    this.#logger.scope.labelPadding = false;
  }

  /** For what happens as it should. */
  note(source: LogSource, text: string): void {
    this.#logger.scope(source).info(this.#clean(text));
  }

  /** For what went wrong. */
  problem(source: LogSource, text: string): void {
    this.#logger.scope(source).error(this.#clean(text));
  }

  #clean(text: string): string {
    return this.#redact(text.slice(0, textLimit)).trimEnd();
  }
}

/** layerwise.log becomes layerwise.1.log, that becomes layerwise.2.log, and the last one goes. */
function putAside(folder: string, files: number): void {
  const file = (number: number) => join(folder, number === 0 ? 'layerwise.log' : `layerwise.${number}.log`);
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(file(files - 1), { force: true });
    for (let number = files - 2; number >= 0; number--) moveOn(file(number), file(number + 1));
  } catch (error) {
    // It grows on, and is tried again with the next line.
    console.error(`The log could not be put aside: ${String(error)}`);
  }
}

function moveOn(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
