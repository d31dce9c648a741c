import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { requestIn } from '../devices/deviceRequest';
import type { TensorFlowBinding } from './binding';
import { groupsAndDilationsWork } from './convolutionProbe';
import { absenceFromLoader, TensorFlowAbsentError } from './tensorFlowAbsence';
import { addonIn, tensorFlowFolder } from './tensorFlowFolder';

/** Native TensorFlow, loaded through tfjs-node's addon. */
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

let loaded: TensorFlow | null = null;

/**
 * Loads tfjs-node's addon and the TensorFlow library behind it; the second call gives the same one. Throws a
 * TensorFlowAbsentError where that can't be done.
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
  // Else oneDNN's code for 1×1 convolutions with strides is made anew at each step: 3 % of ResNet-20 with projections.
  env['TF_MKL_OPTIMIZE_PRIMITIVE_MEMUSE'] ??= 'false';
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

/**
 * The addon alone: the JavaScript of its package would load all of TensorFlow.js for nothing, and register kernels
 * and gradients for every other copy of it in this process.
 */
function requireBinding(): TensorFlowBinding {
  if (requestIn(process.env)?.kind === 'wasm') throw new TensorFlowAbsentError({ reason: 'notWanted' });
  const require = createRequire(import.meta.url);
  const addon = findAddon();
  let binding: unknown;
  try {
    binding = require(addon);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new TensorFlowAbsentError(absenceFromLoader(message), { cause });
  }
  if (isBinding(binding)) return binding;
  throw new TensorFlowAbsentError({
    reason: 'failed',
    detail: `${addon} is not the addon that was expected`,
  });
}

function findAddon(): string {
  const folder = tensorFlowFolder(process.env);
  if (folder === null) throw new TensorFlowAbsentError({ reason: 'packageMissing' });
  const addon = addonIn(folder);
  if (!existsSync(addon)) throw new TensorFlowAbsentError({ reason: 'addonMissing' });
  return addon;
}

function isBinding(value: unknown): value is TensorFlowBinding {
  return typeof value === 'object' && value !== null && 'runSavedModel' in value && 'TF_Version' in value;
}
