import { expect, it } from 'vitest';
import { standardisationOf } from '../../../src/engine/data/standardisation';
import { StepBatches } from '../../../src/engine/data/stepBatches';
import { makeSynthetic } from '../../../src/engine/data/synthetic';
import { noAugmentation } from '../../../src/network/datasets/augmentation';
import { endure, firstAndLast } from '../../bench/growth/endurance';
import { leastCosts, stepper } from '../../bench/growth/stepCost';
import { fitLine } from '../../bench/trend';

// `npm run bench:growth` and `npm run bench:data` are the long forms. Processor time is moved less by other work.

it('a run neither slows down nor holds more with its steps', async () => {
  const { first, last } = firstAndLast(await endure(400, 40), 0.3);
  expect(last.tensors).toBeLessThanOrEqual(first.tensors);
  expect(last.cost).toBeLessThan(first.cost * 1.5);
  expect(last.resident).toBeLessThan(first.resident + 64);
});

it('the cost of a step grows in a straight line with depth', () => {
  const depths = [8, 14, 26];
  const steppers = depths.map((depth) => stepper(`resnet-${depth}-cifar`, 4));
  const costs = leastCosts(steppers, 4, 2);
  for (const one of steppers) one.dispose();
  const fit = fitLine(depths.map((at, place) => ({ at, value: costs[place] ?? Number.NaN })));
  expect(fit.slope).toBeGreaterThan(0);
  expect(fit.worst).toBeLessThan(0.3);
});

it('preparing augmented batches takes a small part of what training on them does', async () => {
  const size = 8;
  const dataset = await makeSynthetic({
    type: 'synthetic',
    variant: 'patterns',
    ...{ height: 32, width: 32, channels: 3, noise: 1, seed: 1 },
    ...{ classes: 10, trainingImages: 256, testImages: 16 },
  });
  const batches = new StepBatches({
    selection: { images: dataset.training, numbers: Uint32Array.from({ length: 256 }, (_, image) => image) },
    imageShape: [32, 32, 3],
    standardisation: standardisationOf(dataset, 'channel'),
    settings: {
      batchSize: size,
      shuffle: true,
      seed: 1,
      augmentation: { ...noAugmentation, padAndCrop: 4, flip: true, cutout: 8 },
    },
  });
  let step = 0;
  const preparing = {
    cost(steps: number): number {
      const before = process.cpuUsage();
      for (let taken = 0; taken < steps; taken += 1, step += 1) batches.batchOf(step);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000 / steps;
    },
    dispose: () => {},
  };
  const training = stepper('resnet-20-cifar', size);
  preparing.cost(100);
  const [prepared = Number.NaN] = leastCosts([preparing], 5, 40);
  const [trained = Number.NaN] = leastCosts([training], 4, 2);
  training.dispose();
  expect(prepared).toBeLessThan(0.05 * trained);
});
