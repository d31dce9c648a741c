import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { splitDataset } from '../../../src/engine/data/split';
import { standardisationOf } from '../../../src/engine/data/standardisation';
import { type BatchPlan, StepBatches } from '../../../src/engine/data/stepBatches';
import { makeSynthetic } from '../../../src/engine/data/synthetic';
import { ThreadedBatches } from '../../../src/engine/data/threadedBatches';
import { defaultSynthetic } from '../../../src/network/datasets/datasetReference';

let folder = '';
let worker = '';
beforeAll(async () => {
  // Inside the checkout, so that the packages that it imports are found.
  folder = mkdtempSync(resolve('node_modules/.layerwise-batch-worker-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'src/engine/data/batchWorker.ts', outDir: folder, target: 'node20' },
  });
  worker = join(folder, 'batchWorker.js');
});
afterAll(() => rmSync(folder, { recursive: true }));

const settings = {
  batchSize: 32,
  shuffle: true,
  seed: 3,
  augmentation: { padAndCrop: 3, flip: true, cutout: 4, mixup: 0.4 },
  validationSplit: 0.1,
};

async function plan(): Promise<BatchPlan> {
  const dataset = await makeSynthetic({
    ...defaultSynthetic,
    height: 12,
    width: 10,
    trainingImages: 100,
    testImages: 10,
  });
  const { training } = splitDataset(dataset, settings);
  const standardisation = standardisationOf(dataset, 'channel');
  return { selection: training, imageShape: dataset.facts.imageShape, standardisation, settings };
}

test('a thread prepares the very batches, whenever they are asked for, across epochs and back', async () => {
  const threaded = new ThreadedBatches(await plan(), worker);
  const direct = new StepBatches(await plan());
  // 90 images make three batches an epoch, the last one of 26.
  for (const [step, pause] of [
    [0, 0],
    [1, 30],
    [2, 0],
    [3, 0],
    [4, 10],
    [9, 0],
    [2, 0],
  ] as const) {
    await new Promise((wake) => setTimeout(wake, pause));
    const batch = await threaded.batchOf(step);
    const same = direct.batchOf(step);
    expect(batch.size).toBe(step % 3 === 2 ? 26 : 32);
    expect([...batch.labels]).toEqual([...same.labels]);
    expect(batch.images).toEqual(same.images);
  }
  threaded.dispose();
});

test('a thread that can’t be started fails the batch that is waited for', async () => {
  const threaded = new ThreadedBatches(await plan(), join(tmpdir(), 'nowhere.js'));
  await expect(threaded.batchOf(0)).rejects.toThrow(/nowhere/);
  threaded.dispose();
});
