import { evaluationBatch } from '../../network/forecast/evaluationBatch';
import type { BatchReader } from '../data/batchReader';
import type { EvaluationResult, TrainingExecutor } from '../trainingExecutor';
import { RunningMean } from './runningMean';

/** Most images in one evaluation; networks for large images take fewer at once. */
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
  const size = evaluationBatch(executor.nodes.map(({ outputShape }) => outputShape));
  for (let from = 0; from < numbers.length; from += size) {
    const batch = reader.read(numbers, from, size);
    mean.add(executor.evaluate(batch), batch.size);
    if (!(await goOn())) return null;
  }
  return mean.value;
}
