/** Entry of the thread that prepares training batches: it is sent numbers of steps, and answers with their batches. */
import { parentPort, workerData } from 'node:worker_threads';
import { type BatchPlan, StepBatches } from './stepBatches';
import type { PreparedBatch } from './threadedBatches';

const plan: BatchPlan = workerData;
const batches = new StepBatches(plan);

parentPort?.on('message', (step: number) => {
  const { images, labels, size } = batches.batchOf(step);
  const answer: PreparedBatch = { step, batch: { images: images.slice(), labels: labels.slice(), size } };
  parentPort?.postMessage(
    answer,
    [answer.batch.images.buffer, answer.batch.labels.buffer].filter(isTransferable),
  );
});

function isTransferable(buffer: ArrayBufferLike): buffer is ArrayBuffer {
  return buffer instanceof ArrayBuffer;
}
