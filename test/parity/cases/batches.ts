import { randomStream } from '../../../src/engine/randomStreams';
import type { Batch } from '../../../src/engine/trainingExecutor';
import { elementCount, type Shape } from '../../../src/network/layers/shape';

/** A batch of normal noise with random labels. */
export function noiseBatch(shape: Shape, size: number, classes: number, name = 'batch'): Batch {
  const stream = randomStream(3, name);
  return {
    images: Float32Array.from({ length: size * elementCount(shape) }, () => stream.normal()),
    labels: Int32Array.from({ length: size }, () => stream.integerBelow(classes)),
    size,
  };
}
