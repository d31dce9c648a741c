import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Shape } from '../../../network/layers/shape';
import { AdviceError } from '../../adviceError';
import { readingFault, writingFault } from '../fileFault';
import { readWholeFile } from '../readWholeFile';
import { syncFolder, writePartial } from '../writeAside';
import { type Checkpoint, checkWeights, decodeCheckpoint } from './checkpoint';

/** `last` is the newest, `previous` the one before it, `best` that of the lowest validation loss. */
export type CheckpointName = 'last' | 'previous' | 'best';

export const checkpointNames: readonly CheckpointName[] = ['last', 'previous', 'best'];

/** A checkpoint that could be read, and why those before it could not. */
export interface FoundCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly name: CheckpointName;
  /** A sentence for each that was passed over. */
  readonly passedOver: readonly string[];
}

/** Of one file: the most that Node reads at once, 2 GiB. */
const mostBytes = 2 ** 31 - 1;

const startAnew = 'Start the run anew: run.json holds its network, settings and seed.';

export function checkpointFile(name: CheckpointName): string {
  return `${name}.safetensors`;
}

/** The checkpoints of a run. Whenever the process dies or the disk refuses, a whole one is there. */
export class CheckpointFiles {
  readonly #folder: string;

  /** Opens the folder of a run's checkpoints, which need not be there yet. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Removes what a kill left half written. For the one process that trains, not for readers. */
  removePartial(): void {
    if (!existsSync(this.#folder)) return;
    for (const file of readdirSync(this.#folder))
      if (file.endsWith('.partial')) rmSync(join(this.#folder, file), { force: true });
  }

  /**
   * Keeps an encoded checkpoint as the last, and as the best too if it is. Throws an AdviceError where that can't be
   * done; the ones before it are there then as they were.
   */
  save(encoded: Uint8Array, { best }: { readonly best: boolean }): void {
    try {
      if (!existsSync(this.#folder)) mkdirSync(this.#folder);
      const last = this.#pathOf('last');
      const aside = writePartial(last, encoded);
      if (existsSync(last) && !this.#nameLast('previous')) renameSync(last, this.#pathOf('previous'));
      renameSync(aside, last);
      if (best && !this.#nameLast('best'))
        renameSync(writePartial(this.#pathOf('best'), encoded), this.#pathOf('best'));
      syncFolder(this.#folder);
    } catch (cause) {
      throw writingFault(this.#folder, cause);
    }
  }

  /** The newest checkpoint that is whole and holds the weights expected. Throws an AdviceError where none is. */
  readLast(expected?: ReadonlyMap<string, Shape>): FoundCheckpoint {
    return this.#readFirst(['last', 'previous', 'best'], expected);
  }

  /** The best checkpoint, or the newest whole one in its place. Throws an AdviceError where none is. */
  readBest(expected?: ReadonlyMap<string, Shape>): FoundCheckpoint {
    return this.#readFirst(['best', 'last', 'previous'], expected);
  }

  #readFirst(names: readonly CheckpointName[], expected?: ReadonlyMap<string, Shape>): FoundCheckpoint {
    const passedOver: string[] = [];
    for (const name of names) {
      try {
        const checkpoint = decodeCheckpoint(readWholeFile(this.#pathOf(name), mostBytes));
        if (expected !== undefined) checkWeights(checkpoint, expected);
        return { checkpoint, name, passedOver };
      } catch (cause) {
        passedOver.push(`${checkpointFile(name)} ${readingFault(cause)}.`);
      }
    }
    if (names.every((name) => !existsSync(this.#pathOf(name))))
      throw new AdviceError(`${this.#folder} holds no checkpoint.`, startAnew);
    throw new AdviceError(
      `${this.#folder} holds no checkpoint that can be read: ${passedOver.join(' ')}`,
      startAnew,
    );
  }

  /** Gives the last checkpoint another name too, in place of the file that has it. False where the disk knows no links. */
  #nameLast(name: CheckpointName): boolean {
    const aside = `${this.#pathOf(name)}.partial`;
    rmSync(aside, { force: true });
    try {
      linkSync(this.#pathOf('last'), aside);
    } catch {
      return false;
    }
    renameSync(aside, this.#pathOf(name));
    // Where both were names of one file, renaming did nothing.
    rmSync(aside, { force: true });
    return true;
  }

  #pathOf(name: CheckpointName): string {
    return join(this.#folder, checkpointFile(name));
  }
}
