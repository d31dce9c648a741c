import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';

/** Memory for the time of one operation, beside the tensors. */
export interface Workspace {
  /** Its address in bytes. */
  readonly address: number;
  readonly floats: Float32Array;
  /** The same memory as integers. */
  readonly integers: Int32Array;
}

/**
 * Lends `size` values of memory. All tensors that `use` works on must exist by then: allocating more may move the memory
 * that their arrays are views of.
 */
export function withWorkspace(wasm: Wasm, size: number, use: (workspace: Workspace) => void): void {
  const tensor = allocate(wasm, [size]);
  const values = floats(wasm, tensor);
  const { buffer, byteOffset, length } = values;
  try {
    use({ address: byteOffset, floats: values, integers: new Int32Array(buffer, byteOffset, length) });
  } finally {
    tensor.dispose();
  }
}
