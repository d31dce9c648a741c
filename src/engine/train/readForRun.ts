import { datasetFacts } from '../../network/datasets/datasetFacts';
import type { DatasetReference } from '../../network/datasets/datasetReference';
import { AdviceError } from '../adviceError';
import type { LoadedDataset } from '../data/dataset';
import type { DatasetShelf } from '../data/datasetShelf';
import type { RunControl } from './runControl';

/**
 * The dataset of a run; null where the run was stopped while it was read. `tell` hears what is done, and the share of
 * it that is done where that can be told. Throws an AdviceError where the dataset can't be read.
 */
export async function readForRun(
  datasets: DatasetShelf,
  reference: DatasetReference,
  control: RunControl,
  tell: (activity: string, progress: number | null) => void,
): Promise<LoadedDataset | null> {
  const activity = `Reading ${datasetFacts(reference).label}`;
  tell(activity, null);
  try {
    return await datasets.get(reference, (share) => {
      if (control.stopped) throw new AdviceError('Reading the data was stopped.', 'Start again to read it.');
      tell(activity, share);
    });
  } catch (error) {
    if (control.stopped) return null;
    throw error;
  }
}
