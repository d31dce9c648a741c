import type { DatasetReference } from '../../network/datasets/datasetReference';
import { AdviceError } from '../adviceError';
import type { LoadedDataset } from './dataset';
import { readDataset } from './readDataset';
import { UnreadableDataError } from './unreadableDataError';

/** So many datasets stay in memory: the one that trains, and the one that is looked at. */
const kept = 2;

/** Reads datasets, each of them once while it is in use. One that could not be read is tried again the next time. */
export class DatasetShelf {
  readonly #reading = new Map<string, Promise<LoadedDataset>>();

  /** Throws an UnreadableDataError where a file is missing or broken. */
  async get(reference: DatasetReference, onProgress?: (share: number) => void): Promise<LoadedDataset> {
    const key = JSON.stringify(reference);
    const reading = this.#reading.get(key) ?? readDataset(reference, onProgress);
    this.#reading.delete(key);
    this.#reading.set(key, reading);
    for (const old of [...this.#reading.keys()].slice(0, -kept)) this.#reading.delete(old);
    try {
      return await reading;
    } catch (error) {
      this.#reading.delete(key);
      throw error instanceof AdviceError ? new UnreadableDataError(error) : error;
    }
  }
}
