import { createEagerExecutor } from '../../../src/engine/eager/eagerExecutor';
import { createEagerScoring } from '../../../src/engine/eager/eagerScoring';
import { loadWasm } from '../../../src/engine/eager/loadWasm';
import type { ScoringNetwork } from '../../../src/engine/scoringNetwork';
import { loadTensorFlow } from '../../../src/engine/tensorflow/loadTensorFlow';
import { createTensorFlowExecutor } from '../../../src/engine/tensorflow/tensorFlowExecutor';
import { createTensorFlowScoring } from '../../../src/engine/tensorflow/tensorFlowScoring';
import type { TrainingExecutor } from '../../../src/engine/trainingExecutor';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';

/** One of the two ways in which a network is trained. */
export interface ExecutorKind {
  readonly name: 'TensorFlow graph' | 'eager on wasm';
  create(document: NetworkDocument): TrainingExecutor;
  /** The same network where it only answers. */
  createScoring(document: NetworkDocument): ScoringNetwork;
  /** Tensors that live in the library, and the bytes they hold where it says so. */
  livingTensors(): { readonly count: number; readonly bytes: number };
}

export function graphExecutor(): ExecutorKind {
  const tensorflow = loadTensorFlow();
  return {
    name: 'TensorFlow graph',
    create: (document) => createTensorFlowExecutor(tensorflow, document, analyse(document)),
    createScoring: (document) => createTensorFlowScoring(tensorflow, document, analyse(document)),
    livingTensors: () => ({ count: tensorflow.binding.getNumOfTensors(), bytes: 0 }),
  };
}

export async function eagerExecutor(): Promise<ExecutorKind> {
  const wasm = await loadWasm();
  return {
    name: 'eager on wasm',
    create: (document) => createEagerExecutor(wasm, document, analyse(document)),
    createScoring: (document) => createEagerScoring(wasm, document, analyse(document)),
    livingTensors() {
      const { numTensors, numBytes } = wasm.tf.memory();
      return { count: numTensors, bytes: numBytes };
    },
  };
}

/** Both executors, for tests of what either must do. */
export async function executorKinds(): Promise<readonly ExecutorKind[]> {
  return [graphExecutor(), await eagerExecutor()];
}

/** Makes an executor, hands it over, and disposes of it. */
export function withExecutor<Result>(
  { create }: ExecutorKind,
  document: NetworkDocument,
  use: (executor: TrainingExecutor) => Result,
): Result {
  const executor = create(document);
  try {
    return use(executor);
  } finally {
    executor.dispose();
  }
}
