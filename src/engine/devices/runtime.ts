import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import type { Device } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import { loadTensorFlow, type TensorFlow } from '../tensorflow/loadTensorFlow';
import { TensorFlowAbsentError } from '../tensorflow/tensorFlowAbsence';
import { createTensorFlowExecutor } from '../tensorflow/tensorFlowExecutor';
import type { TrainingExecutor } from '../trainingExecutor';
import { chooseDevice } from './chooseDevice';
import { findDevices } from './findDevices';

/** The library that trains here, and the device that it computes on. */
export interface Runtime {
  readonly device: Device;
  /** What `createExecutor` does, for people who wait for it. */
  readonly preparation: string;
  /** Makes a network that can be stepped. The document must be one that trains (`analysis.trains`). */
  createExecutor(document: NetworkDocument, analysis: Analysis): TrainingExecutor;
}

let loading: Promise<Runtime> | null = null;

/**
 * Loads native TensorFlow once for the process; that blocks for a second. Rejects with an AdviceError where it can't be
 * loaded.
 */
export function loadRuntime(): Promise<Runtime> {
  loading ??= load();
  return loading;
}

/** What `loadRuntime` loads, for people who wait for it. */
export function runtimeName(): string {
  return process.env['LAYERWISE_TENSORFLOW'] === 'wasm' ? 'TensorFlow.js' : 'TensorFlow';
}

async function load(): Promise<Runtime> {
  // Whoever asks can say that it is being loaded before the process is busy.
  await nextTurn();
  let tensorflow: TensorFlow;
  try {
    tensorflow = loadTensorFlow();
  } catch (error) {
    if (!(error instanceof TensorFlowAbsentError)) throw error;
    throw new AdviceError(error.message, 'Only training needs it. Run "npm run provision" to get it.', {
      cause: error,
    });
  }
  const { version, device } = tensorflow;
  return {
    device: chooseDevice(findDevices({ state: 'loaded', version, usesGpu: device === 'gpu' })),
    preparation: 'Building the training graph',
    createExecutor: (document, analysis) => createTensorFlowExecutor(tensorflow, document, analysis),
  };
}
