import type { Tensor } from '@tensorflow/tfjs-core';
import { GradientTape } from '../execution/gradientTape';
import { scalar } from './heap';
import type { Wasm } from './loadWasm';
import { inLayerMemory } from './wasmMemory';

/** A record of ops that have run, by which their gradients are computed. */
export type EagerTape = GradientTape<Tensor, number>;

export function eagerTape(wasm: Wasm): EagerTape {
  return new GradientTape<Tensor, number>({
    keyOf: ({ id }) => id,
    one: () => scalar(wasm, 1),
    sum: (terms) => wasm.tf.addN([...terms]),
    inScope: (node, compute) => inLayerMemory(wasm.backend, node, compute),
  });
}
