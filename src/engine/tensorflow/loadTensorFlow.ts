import { createRequire } from 'node:module';
import type { TensorFlowBinding } from './binding';
import { groupsAndDilationsWork } from './convolutionProbe';

/** Native TensorFlow, loaded through tfjs-node. */
export interface TensorFlow {
  readonly version: string;
  readonly device: 'cpu' | 'gpu';
  readonly binding: TensorFlowBinding;
  /**
   * Whether the library's gradients of grouped and dilated convolutions can be used: without oneDNN (switched off,
   * or not in the build) they fail on the CPU. Tried out once.
   */
  groupsAndDilations(): boolean;
}

const packageName = '@tensorflow/tfjs-node-gpu';
let loaded: TensorFlow | null = null;

/**
 * Loads tfjs-node's addon and the TensorFlow library behind it; the second call gives the same one. Throws an
 * Error whose message says what to do where either is missing.
 */
export function loadTensorFlow(): TensorFlow {
  loaded ??= load();
  return loaded;
}

function load(): TensorFlow {
  const { env } = process;
  env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  env['TF_FORCE_GPU_ALLOW_GROWTH'] ??= 'true';
  // TensorFlow leaves oneDNN off on processors without AVX-512 VNNI, where it makes LeNet-5 twice as fast too.
  env['TF_ENABLE_ONEDNN_OPTS'] ??= '1';
  const binding = requireBinding();
  let groupsAndDilations: boolean | null = null;
  return {
    version: binding.TF_Version,
    device: binding.isUsingGpuDevice() ? 'gpu' : 'cpu',
    binding,
    groupsAndDilations() {
      groupsAndDilations ??= groupsAndDilationsWork(binding);
      return groupsAndDilations;
    },
  };
}

function requireBinding(): TensorFlowBinding {
  const require = createRequire(import.meta.url);
  let backend: unknown;
  try {
    restoreTypeChecks(require('node:util'));
    backend = require(packageName).backend();
  } catch (cause) {
    const [reason] = (cause instanceof Error ? cause.message : String(cause)).split('\n', 1);
    throw new Error(`TensorFlow could not be loaded (${reason}). Run "npm run provision" to get it.`, {
      cause,
    });
  }
  if (typeof backend === 'object' && backend !== null && 'binding' in backend && isBinding(backend.binding))
    return backend.binding;
  throw new Error(
    `TensorFlow could not be loaded: ${packageName} has no native backend. Run "npm ci" and "npm run provision".`,
  );
}

function isBinding(value: unknown): value is TensorFlowBinding {
  return typeof value === 'object' && value !== null && 'runSavedModel' in value && 'TF_Version' in value;
}

/** tfjs-node 4 calls type checks of node:util that Node 23 has dropped. */
function restoreTypeChecks(util: Record<string, unknown>): void {
  util['isNullOrUndefined'] ??= (value: unknown) => value === null || value === undefined;
  util['isArray'] ??= Array.isArray;
}
