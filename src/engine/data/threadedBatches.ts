import { Worker } from 'node:worker_threads';
import { elementCount } from '../../network/layers/shape';
import type { Batch } from '../trainingExecutor';
import type { BatchPlan } from './stepBatches';

/** So many batches are prepared ahead at least: one is worked on while the other waits. */
const fewestAhead = 2;
/** Of small batches more, as far as they fit into so many bytes: short steps must not wait where the thread is held up. */
const mostAhead = 8;
const bytesAhead = 2 ** 24;

/** What the thread answers: the batch of a step. */
export interface PreparedBatch {
  readonly step: number;
  readonly batch: Batch;
}

interface Expected {
  readonly batch: Promise<Batch>;
  readonly take: (batch: Batch) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Batches that a thread of its own prepares while the ones before are trained on. They are the same, whenever they are
 * made: a batch follows from its step alone.
 */
export class ThreadedBatches {
  readonly #worker: Worker;
  readonly #ahead: number;
  readonly #expected = new Map<number, Expected>();
  #failure: Error | null = null;

  /** `file` is the built worker, batchWorker.js. */
  constructor(plan: BatchPlan, file: string) {
    this.#worker = new Worker(file, { workerData: plan });
    this.#ahead = batchesAhead(plan);
    this.#worker.on('message', ({ step, batch }: PreparedBatch) => this.#expected.get(step)?.take(batch));
    this.#worker.on('error', (error) =>
      this.#fail(error instanceof Error ? error : new Error(String(error))),
    );
    this.#worker.on('exit', () => this.#fail(new Error('The thread that prepares batches has ended.')));
    this.#worker.unref();
  }

  async batchOf(step: number): Promise<Batch> {
    for (const old of this.#expected.keys()) if (old < step) this.#expected.delete(old);
    for (let next = step; next <= step + this.#ahead; next++) this.#order(next);
    this.#worker.ref();
    try {
      return await (this.#expected.get(step)?.batch ??
        Promise.reject(new Error(`Batch ${step} was not ordered.`)));
    } finally {
      this.#worker.unref();
    }
  }

  dispose(): void {
    this.#expected.clear();
    void this.#worker.terminate();
  }

  #order(step: number): void {
    if (this.#expected.has(step)) return;
    let take: Expected['take'] = () => {};
    let fail: Expected['fail'] = () => {};
    const batch = new Promise<Batch>((resolve, reject) => {
      take = resolve;
      fail = reject;
    });
    // A batch that failed ahead of its time is heard of when it is asked for.
    batch.catch(() => {});
    this.#expected.set(step, { batch, take, fail });
    if (this.#failure !== null) fail(this.#failure);
    else this.#worker.postMessage(step);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { fail } of this.#expected.values()) fail(this.#failure);
  }
}

function batchesAhead({ settings, imageShape }: BatchPlan): number {
  const bytes = 4 * settings.batchSize * elementCount(imageShape);
  return Math.min(mostAhead, Math.max(fewestAhead, Math.floor(bytesAhead / bytes)));
}
