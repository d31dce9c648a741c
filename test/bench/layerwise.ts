import { loadTensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import { createTensorFlowExecutor } from '../../src/engine/tensorflow/tensorFlowExecutor';
import { analyse } from '../../src/network/analysis/analyse';
import { lenet5 } from '../../src/network/templates/lenet5';
import { batchSize, type Contender, syntheticBatches } from './contender';

/** Layerwise's own executor as the window uses it: all norms are measured at every tenth step. */
export function layerwise(): Contender {
  const document = lenet5.create();
  const executor = createTensorFlowExecutor(loadTensorFlow(), document, analyse(document));
  const batches = syntheticBatches().map((batch) => ({ ...batch, size: batchSize }));
  const { telemetryEvery } = document.training;
  let step = 0;
  return {
    step() {
      const batch = batches[step % batches.length];
      if (batch !== undefined)
        executor.step(batch, { learningRate: 0.01, step, telemetry: step % telemetryEvery === 0 });
      step += 1;
    },
  };
}
