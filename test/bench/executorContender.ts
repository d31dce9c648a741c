import type { TrainingExecutor } from '../../src/engine/trainingExecutor';
import { analyse } from '../../src/network/analysis/analyse';
import type { Analysis } from '../../src/network/analysis/analysis';
import type { NetworkDocument } from '../../src/network/graph/document';
import { lenet5 } from '../../src/network/templates/lenet5';
import { batchSize, type Contender, syntheticBatches } from './contender';

/** An executor as the window uses it: all norms are measured at every tenth step. */
export function executorContender(
  create: (document: NetworkDocument, analysis: Analysis) => TrainingExecutor,
): Contender {
  const document = lenet5.create();
  const executor = create(document, analyse(document));
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
