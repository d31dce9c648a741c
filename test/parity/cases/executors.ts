import { createEagerExecutor } from '../../../src/engine/eager/eagerExecutor';
import { loadWasm } from '../../../src/engine/eager/loadWasm';
import { loadTensorFlow, type TensorFlow } from '../../../src/engine/tensorflow/loadTensorFlow';
import { createTensorFlowExecutor } from '../../../src/engine/tensorflow/tensorFlowExecutor';
import type { TrainingExecutor } from '../../../src/engine/trainingExecutor';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';

/** Makes an executor for a network that trains. */
export type Create = (document: NetworkDocument) => TrainingExecutor;

/** Compiles the document, hands the executor over, and disposes of it. */
export function withExecutor<Result>(
  engine: TensorFlow | Create,
  document: NetworkDocument,
  use: (executor: TrainingExecutor) => Result,
): Result {
  const executor =
    typeof engine === 'function'
      ? engine(document)
      : createTensorFlowExecutor(engine, document, analyse(document));
  try {
    return use(executor);
  } finally {
    executor.dispose();
  }
}

/** Both executors, for tests of what either must do. */
export async function executors(): Promise<readonly { readonly name: string; readonly create: Create }[]> {
  const [tensorflow, wasm] = [loadTensorFlow(), await loadWasm()];
  return [
    {
      name: 'TensorFlow graph',
      create: (document) => createTensorFlowExecutor(tensorflow, document, analyse(document)),
    },
    { name: 'eager on wasm', create: (document) => createEagerExecutor(wasm, document, analyse(document)) },
  ];
}
