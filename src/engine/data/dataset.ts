import type { Dataset } from '../../network/graph/datasets';

/** Images of equal shape, row-major height × width × channels, one byte (0…255) a value, each with its class. */
export interface LabelledImages {
  readonly count: number;
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

/** How a byte becomes the number that the network sees: (byte / 255 − mean) / deviation. */
export interface Standardisation {
  readonly mean: number;
  readonly deviation: number;
}

/** One file that the dataset was read from, as a run's record names it. */
export interface DatasetFile {
  readonly name: string;
  readonly sha256: string;
}

/** A dataset in memory. Bytes stay bytes; batches convert what they need. */
export interface LoadedDataset {
  readonly facts: Dataset;
  readonly standardisation: Standardisation;
  readonly training: LabelledImages;
  readonly test: LabelledImages;
  readonly files: readonly DatasetFile[];
}
