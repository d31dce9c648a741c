import { loadTensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import { createTensorFlowExecutor } from '../../src/engine/tensorflow/tensorFlowExecutor';
import type { Contender, Race } from './contender';
import { executorContender } from './executorContender';

/** Layerwise's own executor on native TensorFlow. */
export function layerwise(race: Race): Contender {
  const tensorflow = loadTensorFlow();
  return executorContender(race, `on TensorFlow ${tensorflow.version}`, (document, analysis) =>
    createTensorFlowExecutor(tensorflow, document, analysis),
  );
}
