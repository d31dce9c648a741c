import type { Tensor } from '@tensorflow/tfjs-core';
import type { EagerTape } from '../eagerTape';
import type { Wasm } from '../loadWasm';

/** What ops need around them. */
export interface OperationContext {
  readonly wasm: Wasm;
  readonly tape: EagerTape;
  /** Null in an evaluation: moving statistics are used, and dropout does nothing. */
  readonly training: TrainingContext | null;
}

export interface TrainingContext {
  /** Whether the layer is frozen: batch normalisation then uses its moving statistics, and leaves them as they are. */
  readonly frozen: boolean;
  /** Asks that the weight behind `statistic` takes these values at the end of the step. */
  moveStatistic(statistic: Tensor, values: Float32Array): void;
  /** Key of the random numbers of the next op in this layer that draws some: 64 bits in two halves. */
  randomKey(): readonly [low: number, high: number];
  /** 0-based number of the step. */
  readonly step: number;
}
