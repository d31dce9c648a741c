import { describe, expect, test } from 'vitest';
import { nearestWord } from '../../../src/cli/nearestWord';
import { count, duration, percent, significant } from '../../../src/cli/numberText';
import { formatTable } from '../../../src/cli/table';
import { applyOptions } from '../../../src/cli/training/trainOptions';
import { defaultTrainingSettings } from '../../../src/network/graph/trainingSettings';

test.each([
  ['lenet5', 'lenet-5'],
  ['LeNet-5', 'lenet-5'],
  ['resnet', 'resnet-20'],
  ['zzzzzzzz', null],
])('%s most likely means %s', (word, meant) => {
  expect(nearestWord(word, ['lenet-5', 'resnet-20', 'vgg-16'])).toBe(meant);
});

test.each([
  [count(61_706), '61,706'],
  [percent(0.97964), '97.96 %'],
  [significant(0.23178), '0.2318'],
  [significant(0.000_000_120_4), '1.204e-7'],
  [significant(0), '0'],
  [significant(Number.NaN), 'NaN'],
  [duration(12.4), '12 s'],
  [duration(185), '3 min 05 s'],
  [duration(7_620), '2 h 07 min'],
])('%s reads as %s', (text, expected) => {
  expect(text).toBe(expected);
});

test('a table aligns its columns', () => {
  const lines = formatTable<[string, number]>(
    [
      { title: 'Name', align: 'left', cell: ([name]) => name },
      { title: 'Count', align: 'right', cell: ([, number]) => String(number) },
    ],
    [
      ['a', 1],
      ['longer', 123_456],
    ],
  );
  expect(lines).toEqual(['Name     Count', 'a            1', 'longer  123456']);
});

describe('the options of train', () => {
  const settings = defaultTrainingSettings;

  test('leave the settings alone where they are not given', () => {
    expect(applyOptions(settings, { shuffle: true })).toEqual(settings);
    expect(applyOptions({ ...settings, shuffle: false }, { shuffle: true }).shuffle).toBe(false);
  });

  test('replace the settings that they name', () => {
    expect(
      applyOptions(settings, {
        epochs: 2,
        batch: 32,
        lr: 0.1,
        seed: 9,
        warmUpSteps: 5,
        weightDecay: 1e-4,
        validationSplit: 0.1,
        shuffle: false,
        telemetryEvery: 3,
        schedule: 'constant',
        momentum: 0.5,
      }),
    ).toEqual({
      ...settings,
      epochs: 2,
      batchSize: 32,
      learningRate: 0.1,
      seed: 9,
      warmUpSteps: 5,
      weightDecay: 1e-4,
      validationSplit: 0.1,
      shuffle: false,
      telemetryEvery: 3,
      schedule: { type: 'constant' },
      optimizer: { type: 'momentum', momentum: 0.5 },
    });
  });

  test('bring the rate that suits another update rule, unless one is given', () => {
    expect(applyOptions(settings, { optimizer: 'adam', shuffle: true }).learningRate).toBe(0.001);
    expect(applyOptions(settings, { optimizer: 'adam', lr: 0.01, shuffle: true }).learningRate).toBe(0.01);
    const kept = { ...settings, learningRate: 0.3 };
    expect(applyOptions(kept, { optimizer: 'momentum', shuffle: true }).learningRate).toBe(0.3);
  });

  test('spread a step schedule over the epochs', () => {
    const { schedule } = applyOptions(settings, { schedule: 'step', epochs: 9, shuffle: true });
    expect(schedule).toEqual({ type: 'step', everyEpochs: 3, factor: 0.1 });
  });
});
