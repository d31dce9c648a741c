/**
 * What no account of tensors tells, measured with `npm run bench:memory` (docs/memory.md): bytes that an executor's process
 * takes besides them.
 */
export interface MemoryConstants {
  /** The process with its library loaded, before it trains anything. */
  readonly program: number;
  /** Threads, caches and compiled kernels of the first step. */
  readonly firstStep: number;
  /** Nodes of the training graph, their optimized copies and their kernels, for each layer. */
  readonly perLayer: number;
  /**
   * How much more the tensors of a step take than their bytes: gaps between freed pieces, orders that free later, and
   * on WebAssembly what ops make on their way.
   */
  readonly tensorFactor: number;
  /** Whether all tensors of a step stay until it is over, as in an executor that runs op by op. */
  readonly keepsAll: boolean;
}

const mega = 1e6;

export const memoryConstants: Readonly<Record<'tensorflow' | 'wasm', MemoryConstants>> = {
  tensorflow: {
    program: 363 * mega,
    firstStep: 50 * mega,
    perLayer: 1.3 * mega,
    tensorFactor: 1.15,
    keepsAll: false,
  },
  wasm: {
    program: 100 * mega,
    firstStep: 70 * mega,
    perLayer: 0.1 * mega,
    tensorFactor: 1.5,
    keepsAll: true,
  },
};
