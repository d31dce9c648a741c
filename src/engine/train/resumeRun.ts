import { analyse } from '../../network/analysis/analyse';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import { AdviceError } from '../adviceError';
import type { LoadedDataset } from '../data/dataset';
import type { Runtime } from '../devices/runtime';
import type { KeptRun } from '../runs/keptRun';
import { RunFolder } from '../runs/runFolder';
import { takeRecordedWeights } from '../startingWeights';
import { type Note, otherMachine } from './otherMachine';
import { TrainingRun } from './trainingRun';

export interface Resumption {
  readonly runtime: Runtime;
  /** Of the run's reference, as it was read now. */
  readonly dataset: LoadedDataset;
  readonly batchWorker: string | undefined;
  readonly checkpointEvery: number | undefined;
}

/**
 * Makes a run that stands where its last checkpoint was taken, or at its start where none was. Throws an AdviceError
 * where it can't go on as it was.
 */
export function resumeRun(
  kept: KeptRun,
  { runtime, dataset, batchWorker, checkpointEvery }: Resumption,
): { readonly run: TrainingRun; readonly notes: readonly Note[] } {
  const { document, checkpoint, record } = kept;
  refuseOtherImages(kept, dataset);
  const analysis = analyse(document);
  const executor = runtime.createExecutor(document, analysis);
  try {
    if (checkpoint !== null) {
      executor.writeWeights(checkpoint.weights);
      executor.writeOptimizerState(checkpoint.optimizer);
    } else executor.writeWeights(takeRecordedWeights(record, analysis));
    const run = new TrainingRun({
      ...{ document, analysis, dataset, executor, batchWorker, checkpointEvery },
      openFolder: () => RunFolder.reopen(kept.path, checkpoint?.step ?? 0),
      restored: checkpoint?.state,
    });
    const notes = [...kept.notes, otherMachine(record.device, runtime.device)];
    return { run, notes: notes.filter((note) => note !== null) };
  } catch (error) {
    executor.dispose();
    throw error;
  }
}

/** Other images than those that the run began with would make it another run. */
export function refuseOtherImages({ record, document }: KeptRun, { files }: LoadedDataset): void {
  const now = new Map(files.map(({ name, sha256 }) => [name, sha256]));
  const changed = record.dataset.files.find(({ name, sha256 }) => now.get(name) !== sha256);
  if (changed === undefined && files.length === record.dataset.files.length) return;
  const { label } = datasetFacts(document.training.dataset);
  throw new AdviceError(
    changed === undefined
      ? `${label} has other files than when the run was started.`
      : `${changed.name} of ${label} is not the file that the run was started with.`,
    'Put the same files back to go on with this run, or train a new one on those that are there.',
  );
}
