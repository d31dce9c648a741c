import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import type { LoadedDataset } from '../data/dataset';
import type { Runtime } from '../devices/runtime';
import type { EngineOptions } from '../engineOptions';
import type { RunShelf } from '../runs/runShelf';
import { takeWeights } from '../startingWeights';
import { TrainingRun } from './trainingRun';

interface NewRunParts {
  readonly runtime: Runtime;
  readonly dataset: LoadedDataset;
  readonly runs: RunShelf;
  readonly options: EngineOptions;
  /** Of runs that are trained to be compared. */
  readonly group?: string;
}

/** A network at its first weights, ready to train, with a folder of its own where runs are written down. */
export function newRun(
  { document, analysis }: { readonly document: NetworkDocument; readonly analysis: Analysis },
  { runtime, dataset, runs, options, group }: NewRunParts,
): TrainingRun {
  const { device, createExecutor } = runtime;
  const executor = createExecutor(document, analysis);
  const { batchWorker, checkpointEvery, startingWeights } = options;
  try {
    const begun = startingWeights && takeWeights(startingWeights, analysis);
    if (begun !== undefined) executor.writeWeights(begun.taken);
    const openFolder = runs.newFolder({
      ...{ document, dataset, device, startingWeights: begun?.record },
      ...(group !== undefined && { group }),
    });
    return new TrainingRun({
      ...{ document, analysis, dataset, executor, openFolder, batchWorker, checkpointEvery },
    });
  } catch (error) {
    executor.dispose();
    throw error;
  }
}
