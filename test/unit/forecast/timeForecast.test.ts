import { expect, test } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { aboutSeconds, inGigabytes } from '../../../src/network/forecast/forecastText';
import { probeNetwork } from '../../../src/network/forecast/probeNetwork';
import { runSeconds } from '../../../src/network/forecast/timeForecast';
import { findTemplate } from '../../../src/network/templates/templates';

function secondsOf(
  id: string,
  changes: { readonly epochs?: number; readonly batchSize?: number } = {},
): number {
  const document = findTemplate(id)?.create();
  if (document === undefined) throw new Error(`There is no template ${id}.`);
  const training = { ...document.training, ...changes };
  return runSeconds({ training }, analyse(document), 0.02);
}

test('a run of the probe network takes its steps, and its validation', () => {
  const document = probeNetwork();
  const dataset = { type: 'cifar-10', trainingImages: 1600, testImages: 0 } as const;
  const training = { ...document.training, dataset, batchSize: 16, epochs: 3 };
  expect(runSeconds({ training }, analyse(document), 0.02)).toBeCloseTo(3 * 100 * 0.02);
});

test('deeper networks, more epochs and smaller batches take longer', () => {
  expect(secondsOf('resnet-56-cifar')).toBeGreaterThan(2 * secondsOf('resnet-20-cifar'));
  expect(secondsOf('lenet-5', { epochs: 20 })).toBeCloseTo(10 * secondsOf('lenet-5', { epochs: 2 }));
  expect(secondsOf('lenet-5', { batchSize: 8 })).toBeGreaterThan(secondsOf('lenet-5', { batchSize: 128 }));
});

test.each([
  [3, 'a few seconds'],
  [31, 'about 30 s'],
  [58, 'about 1 min'],
  [250, 'about 4 min'],
  [1380, 'about 25 min'],
  [3500, 'about 1 h'],
  [60_000, 'about 17 h'],
  [400_000, 'about 5 days'],
])('%f seconds are %s', (seconds, words) => expect(aboutSeconds(seconds)).toBe(words));

test.each([
  [452e6, '450 MB'],
  [999e6, '1 GB'],
  [1.44e9, '1.4 GB'],
  [15.4e9, '15 GB'],
  [140e9, '140 GB'],
])('%f bytes are %s', (bytes, words) => expect(inGigabytes(bytes)).toBe(words));
