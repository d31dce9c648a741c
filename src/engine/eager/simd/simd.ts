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
  sumChannels(values: number, count: number, channels: number, sums: number): void;
  sumProducts(
    factors: number,
    values: number,
    count: number,
    channels: number,
    means: number,
    /** 1 to take the differences from the means as factors. */
    squares: 0 | 1,
    sums: number,
  ): void;
  normalise(
    values: number,
    count: number,
    channels: number,
    means: number,
    factors: number,
    offsets: number,
    target: number,
  ): void;
  normaliseGradient(
    values: number,
    slopes: number,
    count: number,
    channels: number,
    means: number,
    factors: number,
    shifts: number,
    pulls: number,
    target: number,
  ): void;
  reluGradient(values: number, slopes: number, count: number, target: number): void;
  addToChannels(values: number, count: number, channels: number, offsets: number, target: number): void;
  maxPool(
    image: number,
    base: number,
    height: number,
    width: number,
    channels: number,
    windowHeight: number,
    windowWidth: number,
    strideDown: number,
    strideAcross: number,
    beforeRows: number,
    beforeColumns: number,
    outputHeight: number,
    outputWidth: number,
    target: number,
    places: number,
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
  sumChannels: true,
  sumProducts: true,
  normalise: true,
  normaliseGradient: true,
  reluGradient: true,
  addToChannels: true,
  maxPool: true,
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
