import { expect, it } from 'vitest';
import { RemainingTime } from '../../../src/engine/laboratory/remainingTime';
import { networkKey, trialProbes } from '../../../src/network/laboratory/experimentSeconds';
import { expandTrials } from '../../../src/network/laboratory/trials';
import { experimentWith } from './experiments';

it('deeper networks are expected to take longer, and other seeds and rates as long', () => {
  const experiment = experimentWith({
    variants: ['residual'],
    depths: [1, 3, 9],
    learningRates: [0.1, 0.2],
    seeds: [1, 2],
  });
  const byKey = new Map(
    expandTrials(experiment).map((trial) => [networkKey(experiment, trial), trialProbes(experiment, trial)]),
  );
  expect(byKey.size).toBe(3);
  const [shallow = 0, middle = 0, deep = 0] = [...byKey.values()];
  expect(shallow).toBeLessThan(middle);
  expect(middle).toBeLessThan(deep);
});

it('what is left follows from what the trials before took, in proportion to their work', () => {
  let now = 100;
  const time = new RemainingTime([10, 30, 60], () => now);
  expect(time.left(0)).toBeNull();
  now = 105;
  expect(time.left(0.5)).toBeCloseTo(95);
  time.trialEnds();
  now = 110;
  expect(time.left(0)).toBeCloseTo(90);
  time.trialEnds();
  now = 140;
  expect(time.left(0.5)).toBeCloseTo(30 * (40 / 70));
});
