import type { Batch } from '../trainingExecutor';
import { type BatchPlan, StepBatches } from './stepBatches';
import { ThreadedBatches } from './threadedBatches';

/** Where a training loop gets its batches. */
export interface BatchSource {
  /** The batch of a step, counted from 0. It is good until the next one is asked for. */
  batchOf(step: number): Batch | Promise<Batch>;
  /** Frees what the source holds. */
  dispose(): void;
}

/** Batches of a plan: prepared ahead in a thread of their own where its built file is given, else when they are asked for. */
export function batchSource(plan: BatchPlan, worker: string | undefined): BatchSource {
  if (worker !== undefined) return new ThreadedBatches(plan, worker);
  const batches = new StepBatches(plan);
  return { batchOf: (step) => batches.batchOf(step), dispose: () => {} };
}
