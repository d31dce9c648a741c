import type { BatchReader } from '../data/batchReader';
import type { EvaluationResult, TrainingExecutor } from '../trainingExecutor';
import { RunningMean } from './runningMean';

/** Images in one evaluation: small enough that a command never waits long, large enough to be quick. */
export const evaluationBatchSize = 500;

/**
 * Mean loss and metric over the images `numbers`, outside training. Asks `goOn` between batches and gives up,
 * with null, where it says no.
 */
export async function evaluateAll(
  executor: TrainingExecutor,
  reader: BatchReader,
  numbers: Uint32Array,
  goOn: () => Promise<boolean>,
): Promise<EvaluationResult | null> {
  const mean = new RunningMean();
  for (let from = 0; from < numbers.length; from += evaluationBatchSize) {
    const batch = reader.read(numbers, from, evaluationBatchSize);
    mean.add(executor.evaluate(batch), batch.size);
    if (!(await goOn())) return null;
  }
  return mean.value;
}
