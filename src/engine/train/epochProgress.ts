import type { StepResult } from '../trainingExecutor';
import { type MeanSums, RunningMean } from './runningMean';

/** What an epoch has come to so far, as a checkpoint in its middle keeps it. */
export interface EpochSums extends MeanSums {
  /** Of training time. */
  readonly seconds: number;
}

/** What one epoch has come to so far. It outlives a stop in its middle. */
export class EpochProgress {
  readonly #mean: RunningMean;
  #seconds: number;

  constructor(sums?: EpochSums) {
    this.#mean = new RunningMean(sums);
    this.#seconds = sums?.seconds ?? 0;
  }

  /** A step with so many images that took so many seconds of training time. */
  add(result: StepResult, images: number, seconds: number): void {
    this.#mean.add(result, images);
    this.#seconds += seconds;
  }

  get sums(): EpochSums {
    return { ...this.#mean.sums, seconds: this.#seconds };
  }

  /** Means over the epoch's images, each at the weights of its own step; images per second of training time. */
  get summary(): { readonly loss: number; readonly metric: number; readonly imagesPerSecond: number } {
    const { images } = this.#mean.sums;
    return { ...this.#mean.value, imagesPerSecond: this.#seconds > 0 ? images / this.#seconds : 0 };
  }
}
