import { randomStream } from '../../src/engine/randomStreams';

/** One way to train LeNet-5 on batches of 64. */
export interface Contender {
  /** Runs one training step: forward, backward, update, and the loss read back. */
  step(): Promise<void> | void;
}

export const batchSize = 64;
export const classes = 10;

/** Made-up images and their class numbers: so many batches that none is learnt by heart. */
export function syntheticBatches(): readonly {
  readonly images: Float32Array;
  readonly labels: Int32Array;
}[] {
  const random = randomStream(1, 'bench');
  return Array.from({ length: 32 }, () => ({
    images: Float32Array.from({ length: batchSize * 28 * 28 }, () => random.normal()),
    labels: Int32Array.from({ length: batchSize }, () => random.integerBelow(classes)),
  }));
}
