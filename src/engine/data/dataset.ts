import type { DatasetFacts } from '../../network/datasets/datasetFacts';
import { elementCount } from '../../network/layers/shape';

/** Images of equal shape, row-major height × width × channels, each with its class. */
export interface LabelledImages {
  readonly count: number;
  /** One byte (0…255) a value; or numbers as they are to be taken, from arrays of such. */
  readonly pixels: Uint8Array | Float32Array;
  readonly labels: Uint8Array | Uint16Array;
}

/** Mean and standard deviation of the training images, of each channel; values of bytes are scaled to 0…1. */
export interface ChannelStatistics {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

/** One file that the dataset was read from, as a run's record names it. */
export interface DatasetFile {
  readonly name: string;
  readonly sha256: string;
}

/** A file that was left out, and why, as the end of a sentence that begins with its name. */
export interface SkippedFile {
  readonly name: string;
  readonly reason: string;
}

/** A dataset in memory. Bytes stay bytes; batches convert what they need. */
export interface LoadedDataset {
  /** What was read: a short file has fewer images than the whole dataset. */
  readonly facts: DatasetFacts;
  /** Names of the classes, in the order of their numbers. */
  readonly classNames: readonly string[];
  readonly statistics: ChannelStatistics;
  readonly training: LabelledImages;
  readonly test: LabelledImages;
  readonly files: readonly DatasetFile[];
  readonly skipped: readonly SkippedFile[];
}

/** What the number 1 is among the values of these images. */
export function fullScale({ pixels }: LabelledImages): number {
  return pixels instanceof Uint8Array ? 255 : 1;
}

/** A place for so many bytes that the threads of this process share. */
export function sharedBytes(count: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(count));
}

export function pixelsPerImage({ imageShape }: DatasetFacts): number {
  return elementCount(imageShape);
}
