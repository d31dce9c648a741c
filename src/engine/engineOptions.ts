import type { DatasetShelf } from './data/datasetShelf';

/** What the host of an engine decides, and no one who merely sends it commands. */
export interface EngineOptions {
  /** Folder that the one run is written to. */
  readonly runFolder?: string;
  /** Folder that every run gets a folder of its own in, and where runs are resumed from. */
  readonly runsFolder?: string;
  /** Ends a run after so many steps. */
  readonly stopAfterSteps?: number;
  /** Saves a checkpoint after so many steps, besides those at the end of an epoch and each half minute. */
  readonly checkpointEvery?: number;
  /** The built file of the thread that prepares batches, batchWorker.js; without it they are prepared between steps. */
  readonly batchWorker?: string;
  /** Datasets that are read already. */
  readonly datasets?: DatasetShelf;
  /**
   * Hears that memory ran out, after the run's failure was sent. oneDNN then refuses to work for the rest of the
   * process's life: only another process trains reliably.
   */
  readonly onSpent?: () => void;
}
