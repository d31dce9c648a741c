import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Device } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import { loadTensorFlow, type TensorFlow } from '../tensorflow/loadTensorFlow';
import { chooseDevice } from './chooseDevice';
import { findDevices } from './findDevices';

/** TensorFlow, and the device that it computes on. */
export interface Runtime {
  readonly tensorflow: TensorFlow;
  readonly device: Device;
}

let loading: Promise<Runtime> | null = null;

/** Loads TensorFlow once for the process; that blocks for a second or two. Rejects where it is not installed. */
export function loadRuntime(): Promise<Runtime> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Runtime> {
  // Whoever asks can say that it is being loaded before the process is busy.
  await nextTurn();
  const tensorflow = loadOrAdvise();
  const { version, device: kind } = tensorflow;
  const device = chooseDevice(findDevices({ tensorflowVersion: version, tensorflowUsesGpu: kind === 'gpu' }));
  return { tensorflow, device };
}

function loadOrAdvise(): TensorFlow {
  try {
    return loadTensorFlow();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AdviceError(message, 'Only training needs TensorFlow; all else works without it.', { cause });
  }
}
