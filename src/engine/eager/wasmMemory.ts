import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { OutOfMemoryError } from '../execution/outOfMemory';

const whatRanOut = 'WebAssembly’s memory (4 GB at most)';
/** Tensors end here (bytes): the rest is for the workspaces of the backend's own convolutions. */
const tensorsEnd = 3.5 * 2 ** 30;
/** A memory that has grown to this (bytes) is what a trap is put down to. */
const suspiciousSize = 2 ** 31;

/**
 * Where WebAssembly has no memory left its allocator answers 0, which the backend would take for an address. Short of
 * that its convolutions find no workspace, and leave their results unwritten with no more than a line on standard error.
 */
export function refuseMissingMemory({ wasm }: Pick<BackendWasm, 'wasm'>): void {
  if (!hasAllocator(wasm)) throw new Error('its WebAssembly module has no allocator');
  // On its first call Emscripten's stand-in puts the allocator itself in its own place.
  wasm._free(wasm._malloc(1));
  const allocate = wasm._malloc;
  wasm._malloc = (bytes) => {
    // The allocator takes 32 bits, and would see the rest of a greater number.
    if (bytes > tensorsEnd) throw new OutOfMemoryError(whatRanOut);
    const address = allocate(bytes);
    const start = address >>> 0;
    if (bytes > 0 && (start === 0 || start + bytes > tensorsEnd)) {
      if (start !== 0) wasm._free(address);
      throw new OutOfMemoryError(whatRanOut);
    }
    return address;
  };
}

/** Runs what belongs to a layer: memory that runs out in it is said to have run out there. */
export function inLayerMemory<Result>(backend: BackendWasm, node: string, compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    if (error instanceof OutOfMemoryError && error.node !== null) throw error;
    if (error instanceof OutOfMemoryError || isMemoryTrap(error, backend))
      throw new OutOfMemoryError(whatRanOut, node, { cause: error });
    throw error;
  }
}

/** Compiled code that got no memory gives up, or goes on at an address that isn't there. */
function isMemoryTrap(error: unknown, { wasm }: BackendWasm): boolean {
  if (!(error instanceof WebAssembly.RuntimeError)) return false;
  return 'HEAPU8' in wasm && wasm.HEAPU8 instanceof Uint8Array && wasm.HEAPU8.byteLength > suspiciousSize;
}

function hasAllocator(
  module: object,
): module is { _malloc: (bytes: number) => number; _free: (address: number) => void } {
  return (
    '_malloc' in module &&
    typeof module._malloc === 'function' &&
    '_free' in module &&
    typeof module._free === 'function'
  );
}
