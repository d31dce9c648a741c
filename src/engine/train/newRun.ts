import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import type { LoadedDataset } from '../data/dataset';
import type { Runtime } from '../devices/runtime';
import type { EngineOptions } from '../engineOptions';
import type { RunShelf } from '../runs/runShelf';
import { beginningOf } from './beginning';
import type { Note } from './otherMachine';
import { TrainingRun } from './trainingRun';

interface NewRunParts {
  readonly runtime: Runtime;
  readonly dataset: LoadedDataset;
  readonly runs: RunShelf;
  readonly options: EngineOptions;
  /** Of runs that are trained to be compared. */
  readonly group?: string;
}

/**
 * A network at its first weights, ready to train, with a folder of its own where runs are written down; and what a person
 * should know of those weights. Throws an AdviceError where the weights that it names can't be had.
 */
export function newRun(
  { document, analysis }: { readonly document: NetworkDocument; readonly analysis: Analysis },
  { runtime, dataset, runs, options, group }: NewRunParts,
): { readonly run: TrainingRun; readonly note: Note | null } {
  const { device, createExecutor } = runtime;
  const begun = beginningOf(document, analysis, runs);
  const executor = createExecutor(document, analysis);
  const { batchWorker, checkpointEvery } = options;
  try {
    if (begun !== null) executor.writeWeights(begun.taken);
    const openFolder = runs.newFolder({
      ...{ document, dataset, device, startingWeights: begun?.record },
      ...(group !== undefined && { group }),
    });
    const run = new TrainingRun({
      ...{ document, analysis, dataset, executor, openFolder, batchWorker, checkpointEvery },
    });
    return { run, note: begun?.note ?? null };
  } catch (error) {
    executor.dispose();
    throw error;
  }
}
