import type { Tensor } from '@tensorflow/tfjs-core';
import { GradientTape } from '../execution/gradientTape';
import { memoryOf } from '../execution/outOfMemory';
import { scalar } from './heap';
import type { Wasm } from './loadWasm';

/** A record of ops that have run, by which their gradients are computed. */
export type EagerTape = GradientTape<Tensor, number>;

export function eagerTape(wasm: Wasm): EagerTape {
  return new GradientTape<Tensor, number>({
    keyOf: ({ id }) => id,
    one: () => scalar(wasm, 1),
    sum: (terms) => wasm.tf.addN([...terms]),
    inScope: memoryOf,
  });
}
