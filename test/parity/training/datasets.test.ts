import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeFolder } from '../../../src/engine/data/folderDataset';
import { createEngine } from '../../../src/engine/engine';
import { randomStream } from '../../../src/engine/randomStreams';
import type { DatasetReference } from '../../../src/network/datasets/datasetReference';
import { applyEdit } from '../../../src/network/graph/edits';
import { fitToDataset } from '../../../src/network/graph/fitToDataset';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import { lenet5 } from '../../../src/network/templates/lenet5';
import type { EngineEventOf } from '../../../src/protocol/engineMessages';
import { realData } from '../../realData';
import { runCommand } from '../../unit/cli/runCommand';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-datasets-'));
  vi.stubEnv('LAYERWISE_DATASETS', join(folder, 'places'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

/** The last line of LeNet-5 trained with these options. */
async function trainLenet(
  ...options: readonly string[]
): Promise<{ loss: number; validationAccuracy: number }> {
  const words = ['train', 'lenet-5', '--fit', '--json', '--warm-up-steps', '0', '--batch', '20', ...options];
  const { code, stdout, stderr } = await runCommand(words);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** Pictures with a bright bar that lies or stands, somewhere over noise. */
async function paintBars(path: string, each: number): Promise<void> {
  const random = randomStream(1, 'bars');
  for (const name of ['lying', 'standing']) {
    mkdirSync(join(path, name), { recursive: true });
    for (let number = 0; number < each; number++) {
      const pixels = Uint8Array.from({ length: 32 * 32 }, () => random.integerBelow(80));
      const place = 4 + random.integerBelow(24);
      for (let along = 0; along < 32; along++)
        pixels[name === 'lying' ? place * 32 + along : along * 32 + place] = 255;
      await sharp(pixels, { raw: { width: 32, height: 32, channels: 1 } })
        .png()
        .toFile(join(path, name, `${number}.png`));
    }
  }
}

test('a folder of images is learned', async () => {
  await paintBars(join(folder, 'bars'), 100);
  const options = ['--data', 'height=28', 'width=28', 'colour=false', '--augment', 'crop=2,flip'];
  const end = await trainLenet('--dataset', join(folder, 'bars'), ...options, '--epochs', '8');
  expect(end.validationAccuracy).toBeGreaterThan(0.9);
});

test('synthetic patterns are learned, and random labels are not', async () => {
  const sizes = ['height=16', 'width=16', 'channels=1', 'classes=4', 'trainingImages=400', 'testImages=200'];
  const learned = await trainLenet(
    '--dataset',
    'synthetic',
    '--data',
    ...sizes,
    '--augment',
    'mixup=0.2',
    '--epochs',
    '4',
  );
  expect(learned.validationAccuracy).toBeGreaterThan(0.9);
  const noise = await trainLenet(
    '--dataset',
    'synthetic',
    '--data',
    'variant=noise',
    ...sizes,
    '--epochs',
    '2',
  );
  // Chance is 0.25 with a standard deviation of 0.03.
  expect(noise.validationAccuracy).toBeLessThan(0.4);
});

test('Stop ends a run while its images are read', async () => {
  const path = join(folder, 'many');
  await paintBars(path, 150);
  const { document } = fitted(await describeFolder(path));
  const end = await new Promise<EngineEventOf<'ended' | 'failed'>>((resolve) => {
    let shares = 0;
    const engine = createEngine((event) => {
      if (event.type === 'preparing' && event.progress !== null) shares += 1;
      if (shares === 2) engine.handle({ type: 'stop', runId: 'many' });
      if (event.type === 'ended' || event.type === 'failed')
        engine.dispose().then(() => resolve(event), console.error);
    });
    engine.handle({ type: 'train', runId: 'many', project: projectSchema.parse(document) });
  });
  expect(end).toMatchObject({ type: 'ended', reason: 'stopped', step: 0 });
});

/** LeNet-5 for this dataset. */
function fitted(dataset: DatasetReference) {
  const lenet = lenet5.create();
  const document = { ...lenet, training: { ...lenet.training, dataset } };
  return applyEdit(document, fitToDataset(document));
}

const cifar = realData('cifar10');
test.skipIf(cifar === null)(
  'the same seed gives the same series on CIFAR-10 with augmentation, and another seed another',
  async () => {
    const series = (seed: string) =>
      trainLenet(
        '--dataset',
        cifar ?? '',
        '--augment',
        'crop=4,flip,cutout=8',
        '--epochs',
        '1',
        '--steps',
        '20',
        '--seed',
        seed,
      );
    const first = await series('1');
    expect((await series('1')).loss).toBe(first.loss);
    expect((await series('2')).loss).not.toBe(first.loss);
  },
);
