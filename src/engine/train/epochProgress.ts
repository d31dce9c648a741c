import type { StepResult } from '../trainingExecutor';
import { RunningMean } from './runningMean';

/** What one epoch has come to so far. It outlives a stop in its middle. */
export class EpochProgress {
  readonly #mean = new RunningMean();
  #images = 0;
  #seconds = 0;

  /** A step with so many images that took so many seconds of training time. */
  add(result: StepResult, images: number, seconds: number): void {
    this.#mean.add(result, images);
    this.#images += images;
    this.#seconds += seconds;
  }

  /** Means over the epoch's images, each at the weights of its own step; images per second of training time. */
  get summary(): { readonly loss: number; readonly metric: number; readonly imagesPerSecond: number } {
    return { ...this.#mean.value, imagesPerSecond: this.#seconds > 0 ? this.#images / this.#seconds : 0 };
  }
}
