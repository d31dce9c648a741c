import { dirname } from 'node:path';
import { AppendFile } from '../appendFile';
import { writingFault } from '../fileFault';
import { longestLine } from './linesOf';
import type { MetricLine } from './metricSchemas';
import { parseMetricLine } from './readMetrics';

const lineBreak = 0x0a;
const tailBytes = 64 * 1024;

/**
 * Appends lines to metrics.jsonl. Each call is one write, so a kill cuts off its last line at most. What the disk
 * refuses is kept and written with the next lines.
 */
export class MetricsWriter {
  readonly #folder: string;
  readonly #file: AppendFile;
  #unwritten: string[] = [];

  private constructor(path: string) {
    this.#folder = dirname(path);
    this.#file = new AppendFile(path, this.#folder);
  }

  /**
   * Opens the file, or makes it in a folder that is there. A last line that was cut off is closed and marked. Throws an
   * AdviceError where that can't be done.
   */
  static open(path: string): MetricsWriter {
    try {
      const writer = new MetricsWriter(path);
      try {
        writer.#closeLastLine();
      } catch (cause) {
        writer.close();
        throw cause;
      }
      return writer;
    } catch (cause) {
      throw writingFault(dirname(path), cause);
    }
  }

  /** What the lines take on the disk. */
  get bytes(): number {
    return this.#file.length;
  }

  /** Writes the lines. Throws an AdviceError where that can't be done, and keeps them for the next time. */
  append(...lines: readonly MetricLine[]): void {
    for (const line of lines) this.#unwritten.push(`${JSON.stringify(line)}\n`);
    try {
      this.#write();
    } catch (cause) {
      throw writingFault(this.#folder, cause);
    }
  }

  /** Returns once the disk has all lines. Throws an AdviceError where that can't be done. */
  flush(): void {
    try {
      this.#write();
      this.#file.flush();
    } catch (cause) {
      throw writingFault(this.#folder, cause);
    }
  }

  close(): void {
    this.#file.close();
  }

  #write(): void {
    if (this.#unwritten.length === 0) return;
    this.#file.append(Buffer.from(this.#unwritten.join('')));
    this.#unwritten = [];
  }

  #closeLastLine(): void {
    const line = this.#lastLine();
    if (line === null) return;
    const whole = parseMetricLine(line) !== null;
    this.#file.append(Buffer.from(whole ? '\n' : '\n{"type":"torn"}\n'));
  }

  /** What stands after the last line break; null where nothing does. Of a longer line than any only the end is read. */
  #lastLine(): Buffer | null {
    const { length } = this.#file;
    for (let count = Math.min(tailBytes, length); ; count = Math.min(2 * count, length)) {
      const bytes = Buffer.from(this.#file.read(length - count, count));
      const line = bytes.subarray(bytes.lastIndexOf(lineBreak) + 1);
      if (line.length < count || count === length || count > longestLine)
        return line.length === 0 ? null : line;
    }
  }
}
