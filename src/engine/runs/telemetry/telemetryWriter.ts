import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AdviceError } from '../../adviceError';
import { AppendFile } from '../appendFile';
import { writingFault } from '../fileFault';
import { syncFolder, writeAside } from '../writeAside';
import {
  bytesPerRow,
  type Columns,
  columnFiles,
  quantities,
  rowWidth,
  type TelemetryItems,
  wholeRows,
} from './columnFiles';
import { fillStatistics } from './fillStatistics';
import { readColumns } from './readColumns';
import { RowThinning } from './rowThinning';
import { emptyColumns, joinColumns, takeRows } from './telemetryRows';
import type { TelemetryColumns } from './telemetrySamples';

export interface TelemetryWriterOptions {
  /** Where a run is taken up again: the step of its checkpoint. What was measured beyond it no longer counts. */
  readonly keepThroughStep?: number | undefined;
  /** What all files together may take, in bytes. */
  readonly byteLimit?: number | undefined;
}

/** 512 MiB: 100,000 steps of a network of 200 layers. */
const usualByteLimit = 512 * 1024 ** 2;
/** Rows that can't be written are thinned from here on: 64 MiB. */
const unwrittenLimit = 64 * 1024 ** 2;

/**
 * Writes down sampled steps: a file for each quantity, to which rows are appended. What the disk refuses is kept and
 * written with the next rows.
 */
export class TelemetryWriter {
  readonly #folder: string;
  readonly #columns: Columns;
  readonly #files: ReadonlyMap<string, AppendFile>;
  readonly #thinning: RowThinning;
  #rows: number;
  #unwritten: TelemetryColumns;

  private constructor(folder: string, columns: Columns, rows: number, options: TelemetryWriterOptions) {
    this.#folder = folder;
    this.#columns = columns;
    this.#rows = rows;
    this.#thinning = new RowThinning(options.byteLimit ?? usualByteLimit, bytesPerRow(columns));
    this.#unwritten = emptyColumns();
    const files = new Map<string, AppendFile>();
    this.#files = files;
    try {
      for (const { file } of Object.values(columnFiles))
        files.set(file, new AppendFile(join(folder, file), dirname(folder)));
    } catch (cause) {
      this.close();
      throw cause;
    }
  }

  /**
   * Opens the telemetry folder of a run, or makes it in the run folder. Rows that are there stay, but for what a kill cut off. Throws an
   * AdviceError where the folder can't be written to, or holds the telemetry of another network.
   */
  static open(folder: string, items: TelemetryItems, options: TelemetryWriterOptions = {}): TelemetryWriter {
    const { keepThroughStep } = options;
    try {
      if (!existsSync(folder)) mkdirSync(folder);
      const found = existsSync(join(folder, 'columns.json')) ? readColumns(folder) : null;
      if (found !== null && !sameItems(found, items))
        throw new AdviceError(
          `${folder} holds the telemetry of another network.`,
          'Train into a new folder, or resume with the network that the run was started with.',
        );
      if (found !== null) fillStatistics(folder, found);
      const columns = { ...newColumns(items), ...found, activationStatistics: true };
      const writer = new TelemetryWriter(folder, columns, 0, options);
      try {
        writer.#takeUp(keepThroughStep);
      } catch (cause) {
        writer.close();
        throw cause;
      }
      return writer;
    } catch (cause) {
      throw writingFault(folder, cause);
    }
  }

  /** What the rows take on the disk. */
  get bytes(): number {
    return this.#rows * bytesPerRow(this.#columns);
  }

  /** 1 while each sampled step is kept; 2, 4, … near the limit on bytes, where every so manyth is. */
  get everyNth(): number {
    return this.#thinning.everyNth(this.#rows);
  }

  /** Writes the rows. Throws an AdviceError where that can't be done, and keeps them for the next time. */
  append(columns: TelemetryColumns): void {
    const waiting = this.#unwritten.steps.length;
    const kept = this.#thinning.choose(this.#rows + waiting, columns.steps.length);
    this.#unwritten = joinColumns([this.#unwritten, takeRows(columns, kept)]);
    try {
      this.#write();
    } catch (cause) {
      this.#boundUnwritten();
      throw writingFault(this.#folder, cause);
    }
  }

  /** Returns once the disk has all rows. Throws an AdviceError where that can't be done. */
  flush(): void {
    try {
      this.#write();
      for (const file of this.#files.values()) file.flush();
    } catch (cause) {
      throw writingFault(this.#folder, cause);
    }
  }

  close(): void {
    for (const file of this.#files.values()) file.close();
  }

  #takeUp(keepThroughStep: number | undefined): void {
    this.#rows = wholeRows(this.#columns, (file) => this.#files.get(file)?.length ?? 0);
    this.#cutToRows();
    if (keepThroughStep !== undefined && this.#rows > 0)
      this.#columns.resumed.push({ row: this.#rows, fromStep: keepThroughStep });
    this.#describe();
  }

  #describe(): void {
    writeAside(join(this.#folder, 'columns.json'), `${JSON.stringify(this.#columns)}\n`);
    syncFolder(this.#folder);
  }

  /** Writes what waits into all files, or leaves all as they were. */
  #write(): void {
    const rows = this.#unwritten;
    if (rows.steps.length === 0) return;
    try {
      for (const quantity of quantities) {
        const { buffer, byteOffset, byteLength } = rows[quantity];
        this.#files.get(columnFiles[quantity].file)?.append(new Uint8Array(buffer, byteOffset, byteLength));
      }
      if (!existsSync(join(this.#folder, 'columns.json'))) this.#describe();
    } catch (cause) {
      this.#cutToRows();
      throw cause;
    }
    this.#rows += rows.steps.length;
    this.#unwritten = emptyColumns();
  }

  #cutToRows(): void {
    for (const quantity of quantities) {
      const file = this.#files.get(columnFiles[quantity].file);
      const length = 4 * rowWidth(quantity, this.#columns) * this.#rows;
      if (file !== undefined && file.length > length) file.cut(length);
    }
  }

  /** A disk that stays full must not fill the memory too: every second row goes, the oldest and newest stay. */
  #boundUnwritten(): void {
    const count = this.#unwritten.steps.length;
    if (count * bytesPerRow(this.#columns) > unwrittenLimit)
      this.#unwritten = takeRows(
        this.#unwritten,
        Array.from({ length: count }, (_, row) => row).filter((row) => row % 2 === 0 || row === count - 1),
      );
  }
}

function newColumns({ nodes, weights }: TelemetryItems): Columns {
  return {
    format: 'layerwise-telemetry',
    version: 1,
    nodes,
    weights,
    activationStatistics: true,
    resumed: [],
  };
}

/** Labels may have changed; what the rows hold has not, then. */
function sameItems(found: TelemetryItems, items: TelemetryItems): boolean {
  const names = ({ nodes, weights }: TelemetryItems) =>
    JSON.stringify([nodes.map(({ id }) => id), weights.map(({ node, name, shape }) => [node, name, shape])]);
  return names(found) === names(items);
}
