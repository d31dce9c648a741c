import type { DatasetName } from '../../network/graph/trainingSettings';
import type { LoadedDataset } from './dataset';
import { readMnist } from './mnist';

const readers: Readonly<Record<DatasetName, () => Promise<LoadedDataset>>> = { mnist: () => readMnist() };

/** Reads datasets, each of them once. One that could not be read is tried again the next time. */
export class DatasetShelf {
  readonly #read = new Map<DatasetName, LoadedDataset>();

  /** Throws an AdviceError where a file is missing or broken. */
  async get(name: DatasetName): Promise<LoadedDataset> {
    const dataset = this.#read.get(name) ?? (await readers[name]());
    this.#read.set(name, dataset);
    return dataset;
  }
}
