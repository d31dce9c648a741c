import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import type { DeviceOptions } from '../../protocol/deviceSettings';
import type { Device } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import { createEagerExecutor } from '../eager/eagerExecutor';
import { createEagerScoring } from '../eager/eagerScoring';
import { loadWasm } from '../eager/loadWasm';
import type { ScoringNetwork } from '../scoringNetwork';
import { loadTensorFlow, type TensorFlow } from '../tensorflow/loadTensorFlow';
import { TensorFlowAbsentError } from '../tensorflow/tensorFlowAbsence';
import { createTensorFlowExecutor } from '../tensorflow/tensorFlowExecutor';
import { createTensorFlowScoring } from '../tensorflow/tensorFlowScoring';
import type { TrainingExecutor } from '../trainingExecutor';
import { chooseDevice } from './chooseDevice';
import type { DeviceFindings, MachineFindings } from './deviceFindings';
import { refuseUnknownRequest, requestIn, settingsOf, variableBefore } from './deviceRequest';
import { findMachine } from './findMachine';
import { libraryEnvironment } from './libraryEnvironment';

/** The library that trains here, and the device that it computes on. */
export interface Runtime {
  readonly device: Device;
  readonly findings: DeviceFindings;
  /** What `createExecutor` does, for people who wait for it. */
  readonly preparation: string;
  /** Makes a network that can be stepped. The document must be one that trains (`analysis.trains`). */
  createExecutor(document: NetworkDocument, analysis: Analysis): TrainingExecutor;
  /** Makes a network that only answers, without what training needs. The document must be one that trains. */
  createScoring(document: NetworkDocument, analysis: Analysis): ScoringNetwork;
}

let machine: Promise<MachineFindings> | null = null;
let loading: Promise<Runtime> | null = null;

/**
 * Loads native TensorFlow, or TensorFlow.js where that can't be had, once for the process; that blocks for a second.
 * Rejects with an AdviceError where neither can be loaded.
 */
export function loadRuntime(): Promise<Runtime> {
  loading ??= load();
  return loading;
}

/** What `loadRuntime` loads, for people who wait for it. */
export function runtimeName(): string {
  return requestIn(process.env)?.kind === 'wasm' ? 'TensorFlow.js' : 'TensorFlow';
}

/** What this process could be started to train on, and what it was started with. */
export async function deviceOptions(): Promise<DeviceOptions> {
  const { cores, gpus } = await machineFindings();
  return {
    cores,
    gpus: gpus.map(({ index, name, memory }) => ({ index, name, memory })),
    settings: settingsOf(process.env),
    fixedBy: variableBefore(process.env),
  };
}

/** As it was before the first library was loaded. */
function machineFindings(): Promise<MachineFindings> {
  machine ??= findMachine();
  return machine;
}

async function load(): Promise<Runtime> {
  // Whoever asks can say that it is being loaded before the process is busy.
  await nextTurn();
  refuseUnknownRequest(process.env);
  const found = await machineFindings();
  Object.assign(process.env, libraryEnvironment(found));
  let tensorflow: TensorFlow;
  try {
    tensorflow = loadTensorFlow();
  } catch (error) {
    if (error instanceof TensorFlowAbsentError) return loadFallback(error, found);
    throw error;
  }
  const { version, device } = tensorflow;
  const findings = { ...found, library: { state: 'loaded', version, usesGpu: device === 'gpu' } } as const;
  return {
    findings,
    device: chooseDevice(findings),
    preparation: 'Building the training graph',
    createExecutor: (document, analysis) => createTensorFlowExecutor(tensorflow, document, analysis),
    createScoring: (document, analysis) => createTensorFlowScoring(tensorflow, document, analysis),
  };
}

async function loadFallback(native: TensorFlowAbsentError, found: MachineFindings): Promise<Runtime> {
  const wasm = await loadWasm().catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AdviceError(
      `${native.message} ${reason}`,
      'Only training needs one of the two; all else works. Run "npm ci" and "npm run provision" to get both.',
      { cause },
    );
  });
  const library = {
    state: 'absent',
    absence: native.absence,
    version: wasm.version,
    simd: wasm.simd !== null,
  } as const;
  const findings = { ...found, library };
  return {
    findings,
    device: chooseDevice(findings),
    preparation: 'Drawing the first weights',
    createExecutor: (document, analysis) => createEagerExecutor(wasm, document, analysis),
    createScoring: (document, analysis) => createEagerScoring(wasm, document, analysis),
  };
}
