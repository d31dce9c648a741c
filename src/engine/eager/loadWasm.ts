import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type * as TensorFlowJs from '@tensorflow/tfjs-core';
import { AdviceError } from '../adviceError';
import { type Simd, startSimd } from './simd/simd';
import { refuseMissingMemory } from './wasmMemory';

/** TensorFlow.js on its WebAssembly backend: arithmetic for machines without native TensorFlow. */
export interface Wasm {
  /** Version of TensorFlow.js. */
  readonly version: string;
  readonly tf: typeof TensorFlowJs;
  readonly backend: BackendWasm;
  /** Kernels of our own for what the backend does slowly or not at all; null on a processor without SIMD. */
  readonly simd: Simd | null;
}

let loading: Promise<Wasm> | null = null;

/** Loads the backend once for the process. Rejects with an AdviceError where that can't be done. */
export function loadWasm(): Promise<Wasm> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Wasm> {
  const restoreListeners = rememberListeners();
  try {
    const tf = await import('@tensorflow/tfjs-core');
    const { BackendWasm } = await import('@tensorflow/tfjs-backend-wasm');
    if (!(await tf.setBackend('wasm'))) throw new Error('its WebAssembly backend does not start');
    const backend = tf.backend();
    if (!(backend instanceof BackendWasm)) throw new Error('another backend took the place of WebAssembly');
    refuseMissingMemory(backend);
    return { version: tf.version_core, tf, backend, simd: startSimd(backend) };
  } catch (cause) {
    const [reason] = (cause instanceof Error ? cause.message : String(cause)).split('\n', 1);
    throw new AdviceError(
      `TensorFlow.js could not be loaded (${reason}).`,
      'Run "npm ci" to install its packages again.',
      { cause },
    );
  } finally {
    restoreListeners();
  }
}

/** Emscripten's loader listens for exceptions that nobody caught, and throws them again: that is the host's business. */
function rememberListeners(): () => void {
  const before = {
    uncaughtException: process.listeners('uncaughtException'),
    unhandledRejection: process.listeners('unhandledRejection'),
  };
  return () => {
    for (const listener of process.listeners('uncaughtException'))
      if (!before.uncaughtException.includes(listener)) process.off('uncaughtException', listener);
    for (const listener of process.listeners('unhandledRejection'))
      if (!before.unhandledRejection.includes(listener)) process.off('unhandledRejection', listener);
  };
}
