import { loadTensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import { createTensorFlowExecutor } from '../../src/engine/tensorflow/tensorFlowExecutor';
import type { Contender } from './contender';
import { executorContender } from './executorContender';

/** Layerwise's own executor on native TensorFlow. */
export function layerwise(): Contender {
  const tensorflow = loadTensorFlow();
  return executorContender((document, analysis) => createTensorFlowExecutor(tensorflow, document, analysis));
}
