import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { simdModule } from './simdModule';

/**
 * Kernels of our own, written for SIMD (the folder assembly has them, and what their parameters mean). They work in the
 * memory of the backend, on its tensors in place; addresses and distances are in bytes.
 */
export interface Simd {
  correlate(
    positions: number,
    positionCount: number,
    taps: number,
    tapCount: number,
    depth: number,
    image: number,
    kernel: number,
    output: number,
    channels: number,
  ): void;
  addKernelGradient(
    rows: number,
    rowCount: number,
    image: number,
    imageLine: number,
    imageStep: number,
    slopes: number,
    slopeLine: number,
    slopeStep: number,
    lines: number,
    columns: number,
    filters: number,
    sums: number,
    sumsRow: number,
  ): void;
  padImage(
    source: number,
    lines: number,
    lineBytes: number,
    target: number,
    targetLine: number,
    start: number,
  ): void;
}

/** The kernels in the backend's memory, or null on a processor without SIMD. */
export function startSimd(backend: BackendWasm): Simd | null {
  const bytes = Buffer.from(simdModule, 'base64');
  if (!WebAssembly.validate(bytes)) return null;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    env: { memory: memoryOf(backend) },
  });
  if (!isSimd(exports)) throw new Error('its SIMD kernels are not complete');
  return exports;
}

const kernelNames: Readonly<Record<keyof Simd, true>> = {
  correlate: true,
  addKernelGradient: true,
  padImage: true,
};

function isSimd(exports: object): exports is Simd {
  return Object.keys(kernelNames).every(
    (name) => typeof Object.getOwnPropertyDescriptor(exports, name)?.value === 'function',
  );
}

/** Emscripten keeps what its module exports under the name `asm`; the memory is among it. */
function memoryOf({ wasm }: BackendWasm): WebAssembly.Memory {
  if ('asm' in wasm && typeof wasm.asm === 'object' && wasm.asm !== null && 'memory' in wasm.asm) {
    const { memory } = wasm.asm;
    if (memory instanceof WebAssembly.Memory) return memory;
  }
  throw new Error('its WebAssembly module shows no memory');
}
