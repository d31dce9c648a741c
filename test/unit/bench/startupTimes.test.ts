import { describe, expect, it } from 'vitest';
import { bestTimes, lateness, timeTable } from '../../../scripts/bench/startupTimes.mjs';

const sample = (factor: number, firstStep = 1.5) => ({
  resnet20: { compile: 0.1 * factor, load: 0.2 * factor, weights: 0.01 * factor },
  resnet152: { compile: factor, load: factor, weights: factor },
  engine: { ready: 0.5 * factor, firstStep },
});

describe('the times of a start', () => {
  it('are the shortest of all runs, each on its own', () => {
    const times = bestTimes([sample(1.2, 1.5), sample(1, 1.7)]);
    expect(times.map(({ seconds }) => seconds)).toEqual([0.3, 0.01, 2, 1, 0.5, 1.5]);
    expect(lateness(times)).toEqual([]);
    expect(timeTable(times)[0]).toBe('ResNet-20: graph compiled and loaded      0.30 s, bound 0.5 s');
  });

  it.each([
    [sample(2), 'ResNet-20: graph compiled and loaded took 0.6 s; it must take less than 0.5 s.'],
    [sample(1, 2), 'Engine started: first step of LeNet-5 took 2 s; it must take less than 2 s.'],
    [sample(1, Number.NaN), 'Engine started: first step of LeNet-5 took NaN s; it must take less than 2 s.'],
  ])('are late from their bound on, and where they are missing', (slow, sentence) => {
    expect(lateness(bestTimes([slow]))).toContain(sentence);
  });
});
