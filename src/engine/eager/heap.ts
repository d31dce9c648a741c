import type { Tensor } from '@tensorflow/tfjs-core';
import type { Wasm } from './loadWasm';

/**
 * The values of a float tensor where they lie in WebAssembly's memory. Allocating more may move that memory, so take
 * the arrays once all tensors exist.
 */
export function floats({ backend }: Wasm, tensor: Tensor): Float32Array {
  const values = backend.typedArrayFromHeap(tensor);
  if (values instanceof Float32Array) return values;
  throw new Error(`A float tensor was expected; got ${tensor.dtype}.`);
}

/** The values of an integer tensor, as `floats` gives those of a float tensor. */
export function integers({ backend }: Wasm, tensor: Tensor): Int32Array {
  const values = backend.typedArrayFromHeap(tensor);
  if (values instanceof Int32Array) return values;
  throw new Error(`An int32 tensor was expected; got ${tensor.dtype}.`);
}

/** A float tensor whose values are to be written yet. */
export function allocate({ tf, backend }: Wasm, shape: readonly number[]): Tensor {
  return tf.engine().makeTensorFromTensorInfo(backend.makeOutput([...shape], 'float32'), backend);
}

export function scalar(wasm: Wasm, value: number): Tensor {
  const tensor = allocate(wasm, []);
  floats(wasm, tensor)[0] = value;
  return tensor;
}

/** Frees all tensors that `run` makes; what it returns must not be one of them. */
export function freeing<Result>({ tf }: Wasm, run: () => Result): Result {
  const engine = tf.engine();
  engine.startScope();
  try {
    return run();
  } finally {
    engine.endScope();
  }
}
