import { closeSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AdviceError } from '../../adviceError';
import { readingFault } from '../fileFault';
import { openRegularFile, readFully } from '../readWholeFile';
import {
  bytesPerRow,
  type Columns,
  columnFiles,
  heldQuantities,
  type Quantity,
  rowWidth,
  wholeRows,
} from './columnFiles';
import { lastWritten } from './lastWritten';
import { readColumns } from './readColumns';
import { mapColumns } from './telemetryRows';
import type { TelemetryColumns } from './telemetrySamples';

/** Neighbouring rows that are read at once where a column needs one value of each: 4 MiB. */
const stripBytes = 4 * 1024 ** 2;
/** What thinned rows take in memory: 256 MiB. */
const thinnedBytes = 256 * 1024 ** 2;
/** Low enough that a hostile file can't exhaust memory. */
const mostRows = 2 ** 26;
const restore = 'Restore the telemetry folder from a copy of the run folder, or remove it to see the rest.';

/** What was measured, as it lies in the telemetry folder of a run when the reader is made. Nothing is kept open. */
export class TelemetryReader {
  readonly nodes: Columns['nodes'];
  readonly weights: Columns['weights'];
  /** Ascending; of a step that was done twice, the later row counts. */
  readonly steps: Int32Array;
  readonly #folder: string;
  readonly #held: ReadonlySet<Quantity>;
  /** The place in the files of each step. */
  readonly #places: Int32Array;

  private constructor(folder: string, columns: Columns) {
    this.#folder = folder;
    this.nodes = columns.nodes;
    this.weights = columns.weights;
    this.#held = new Set(heldQuantities(columns));
    const count = wholeRows(columns, (file) => sizeOf(join(folder, file)));
    if (count > mostRows)
      throw new AdviceError(`${folder} holds ${count} rows, which no training writes.`, restore);
    const written = new Int32Array(count);
    if (count > 0)
      withFile(join(folder, columnFiles.steps.file), (file) => readFully(file, bytesOf(written), 0));
    this.#places = lastWritten(written, columns.resumed);
    this.steps = this.#places.map((place) => written[place] ?? 0);
  }

  /** Throws an AdviceError where the folder holds no telemetry that can be read. */
  static open(folder: string): TelemetryReader {
    return new TelemetryReader(folder, readColumns(folder));
  }

  get stepCount(): number {
    return this.steps.length;
  }

  /** The rows of `steps` from number `from` up to, not including, `to`. */
  rows(from: number, to: number): TelemetryColumns {
    return this.#read(this.#places.subarray(Math.max(0, from), Math.max(0, to)));
  }

  /**
   * At most `rows` rows (2 or more) spread evenly over the first `count`, the first and the last of them included;
   * fewer of a vast network.
   */
  thinned(rows: number, count = this.stepCount): TelemetryColumns {
    const limit = Math.max(2, Math.min(rows, Math.floor(thinnedBytes / bytesPerRow(this))));
    if (count <= limit) return this.rows(0, count);
    return this.#read(
      Int32Array.from(
        { length: limit },
        (_, index) => this.#places[Math.round((index * (count - 1)) / (limit - 1))] ?? 0,
      ),
    );
  }

  /** One quantity of one node or weight (by its number; 0 for those of a step) over all steps; NaN where it was not measured. */
  column(quantity: Exclude<Quantity, 'steps'>, item: number): Float32Array {
    const width = rowWidth(quantity, this);
    if (item < 0 || item >= width) throw new RangeError(`${quantity} has no item ${item}.`);
    const values = new Float32Array(this.stepCount);
    if (!this.#held.has(quantity)) return values.fill(Number.NaN);
    const rowsAtOnce = Math.max(1, Math.floor(stripBytes / (4 * width)));
    const strip = new Float32Array(rowsAtOnce * width);
    withFile(this.#pathOf(quantity), (file) => {
      for (let at = 0; at < values.length; ) {
        const first = this.#places[at] ?? 0;
        readFully(file, bytesOf(strip), 4 * width * first);
        for (; at < values.length; at++) {
          const row = (this.#places[at] ?? 0) - first;
          if (row >= rowsAtOnce) break;
          values[at] = strip[row * width + item] ?? Number.NaN;
        }
      }
    });
    return values;
  }

  #pathOf(quantity: Quantity): string {
    return join(this.#folder, columnFiles[quantity].file);
  }

  #read(places: Int32Array): TelemetryColumns {
    const stretches = stretchesOf(places);
    return mapColumns(
      (quantity, values) => {
        const width = rowWidth(quantity, this);
        if (!this.#held.has(quantity)) values.fill(Number.NaN);
        if (!this.#held.has(quantity) || width === 0 || places.length === 0) return;
        withFile(this.#pathOf(quantity), (file) => {
          for (const { at, place, count } of stretches)
            readFully(file, bytesOf(values.subarray(at * width, (at + count) * width)), 4 * width * place);
        });
      },
      (quantity) => places.length * rowWidth(quantity, this),
    );
  }
}

/** Rows that follow one another, read at once: `count` from `place` of the files on come to `at`. */
function stretchesOf(places: Int32Array): { at: number; place: number; count: number }[] {
  const stretches: { at: number; place: number; count: number }[] = [];
  for (const [at, place] of places.entries()) {
    const last = stretches.at(-1);
    if (last !== undefined && last.place + last.count === place) last.count++;
    else stretches.push({ at, place, count: 1 });
  }
  return stretches;
}

function withFile(path: string, read: (file: number) => void): void {
  try {
    const { file } = openRegularFile(path);
    try {
      read(file);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw new AdviceError(`${path} ${readingFault(cause)}.`, restore, { cause });
  }
}

function sizeOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true ? stat.size : 0;
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array | Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
