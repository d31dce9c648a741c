import type { TrainingExecutor } from '../../src/engine/trainingExecutor';
import { analyse } from '../../src/network/analysis/analyse';
import type { Analysis } from '../../src/network/analysis/analysis';
import type { NetworkDocument } from '../../src/network/graph/document';
import { elementCount } from '../../src/network/layers/shape';
import { type Contender, endlessBatches, type Race } from './contender';
import { layerwiseNetwork } from './layerwiseNetworks';

const learningRate = 0.01;

/** An executor as the window uses it: all norms are measured at every tenth step. */
export function executorContender(
  race: Race,
  version: string,
  create: (document: NetworkDocument, analysis: Analysis) => TrainingExecutor,
): Contender {
  const document = layerwiseNetwork(race.network);
  const analysis = analyse(document);
  const executor = create(document, analysis);
  const nextBatch = endlessBatches(race);
  const { telemetryEvery } = document.training;
  let step = 0;
  return {
    version,
    parameters: executor.weights.reduce((sum, { shape }) => sum + elementCount(shape), 0),
    multiplyAdds: analysis.totals.macs,
    step() {
      const { loss } = executor.step(nextBatch(), {
        learningRate,
        step,
        telemetry: step % telemetryEvery === 0,
      });
      step += 1;
      return loss;
    },
  };
}
