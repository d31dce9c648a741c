import type { TensorFlow } from '../../../src/engine/tensorflow/loadTensorFlow';
import { createTensorFlowExecutor } from '../../../src/engine/tensorflow/tensorFlowExecutor';
import type { TrainingExecutor } from '../../../src/engine/trainingExecutor';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';

/** Compiles the document, hands the executor over, and disposes of it. */
export function withExecutor<Result>(
  tensorflow: TensorFlow,
  document: NetworkDocument,
  use: (executor: TrainingExecutor) => Result,
): Result {
  const executor = createTensorFlowExecutor(tensorflow, document, analyse(document));
  try {
    return use(executor);
  } finally {
    executor.dispose();
  }
}
