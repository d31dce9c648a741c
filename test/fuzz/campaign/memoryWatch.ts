import { setTimeout as pause } from 'node:timers/promises';

/** Memory that inputs may leave behind in all, in bytes: 96 MiB. */
const mostGrowth = 96 * 1024 ** 2;
/** Memory that the process may have at any time: 2 GiB. */
const mostResident = 2 * 1024 ** 3;
/** Inputs between two looks, and before the first: what is loaded and kept by design is there by then. */
const every = 1000;

/** Tells where inputs leave memory behind. */
export class MemoryWatch {
  #inputs = 0;
  #before: number | null = null;
  #tooLarge = false;

  /** A sentence where memory has grown; null otherwise. Needs --expose-gc. */
  async check(index: number): Promise<string | null> {
    this.#inputs += 1;
    const peak = process.resourceUsage().maxRSS * 1024;
    if (peak > mostResident && !this.#tooLarge) {
      this.#tooLarge = true;
      return `The process took ${inMebibytes(peak)} by input ${index}.`;
    }
    if (this.#inputs % every !== 0) return null;
    // Buffers are given back beside the program: the second look finds them gone.
    for (let look = 0; look < 2; look++) {
      globalThis.gc?.();
      await pause(20);
    }
    const { heapUsed, external } = process.memoryUsage();
    const held = heapUsed + external;
    this.#before ??= held;
    if (held - this.#before <= mostGrowth) return null;
    const growth = held - this.#before;
    this.#before = held;
    return `${this.#inputs} inputs left ${inMebibytes(growth)} of memory behind.`;
  }
}

function inMebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2)} MiB`;
}
