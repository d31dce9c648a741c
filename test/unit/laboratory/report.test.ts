import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSpreads } from '../../../src/network/laboratory/compareSpreads';
import { reportOf } from '../../../src/network/laboratory/report';
import { spreadOf } from '../../../src/network/laboratory/spread';
import { summarise } from '../../../src/network/laboratory/summaries';
import type { TrialResult } from '../../../src/network/laboratory/trialResult';
import { expandTrials, type TrialSetting } from '../../../src/network/laboratory/trials';
import { experimentWith, resultOf } from './experiments';

const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 8 });

describe('mean and spread', () => {
  it('move with the values and grow with their scale', () => {
    fc.assert(
      fc.property(values, fc.double({ min: -100, max: 100, noNaN: true }), (numbers, shift) => {
        const [before, after] = [spreadOf(numbers), spreadOf(numbers.map((value) => 2 * value + shift))];
        expect(after?.mean).toBeCloseTo(2 * (before?.mean ?? 0) + shift, 6);
        expect(after?.deviation).toBeCloseTo(2 * (before?.deviation ?? 0), 6);
      }),
    );
  });

  it('are those of a textbook, and a single value has no spread', () => {
    expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({
      mean: 5,
      deviation: Math.sqrt(32 / 7),
      count: 8,
      least: 2,
      most: 9,
    });
    expect(spreadOf([3])).toEqual({ mean: 3, deviation: null, count: 1, least: 3, most: 3 });
    expect(spreadOf([])).toBeNull();
  });

  it.each([
    { left: [1, 2], right: [2.4, 3.4], told: 'level' },
    { left: [1, 1.01], right: [3, 3.01], told: 'below' },
    { left: [31, 36, 68], right: [7, 9, 10], told: 'above' },
    { left: [5, 5], right: [4, 4], told: 'above' },
    { left: [1, 2, 3], right: [2.5, 3.5, 4.5], told: 'level' },
    { left: [1], right: [2, 3], told: 'unknown' },
  ])('of $left against $right are $told', ({ left, right, told }) => {
    const [one, other] = [spreadOf(left), spreadOf(right)];
    expect(one !== null && other !== null && compareSpreads(one, other)).toBe(told);
  });

  it('compare the same from both sides', () => {
    const opposite = { above: 'below', below: 'above', level: 'level', unknown: 'unknown' } as const;
    fc.assert(
      fc.property(values, values, (left, right) => {
        const [one, other] = [spreadOf(left), spreadOf(right)];
        if (one === null || other === null) throw new Error('There is a value.');
        expect(compareSpreads(one, other)).toBe(opposite[compareSpreads(other, one)]);
        expect(compareSpreads(one, one)).toBe('level');
      }),
    );
  });
});

/** Results of all trials of the preset "why ResNet", as a function of the setting gives them. */
function report(measure: (setting: TrialSetting) => Partial<TrialResult>, seeds = [1, 2, 3]) {
  const experiment = experimentWith({ seeds }, 'why-resnet-small');
  const results = expandTrials(experiment).map(({ id, setting }) => resultOf(id, measure(setting)));
  return { experiment, results, ...reportOf(experiment, results) };
}

describe('a table', () => {
  it('has a row for each point of the grid, and seeds in any order give the same', () => {
    const { experiment, results, table } = report(({ seed }) => ({ trainingError: seed / 10 }));
    expect(table).toHaveLength(8);
    for (const row of table) {
      expect(row.measured.trainingError?.mean).toBeCloseTo(0.2);
      expect(row.measured.trainingError?.deviation).toBeCloseTo(0.1);
    }
    expect(summarise(experiment, results.toReversed())).toEqual(table);
  });

  it('leaves diverged runs out of the means and counts them', () => {
    const { table, findings } = report(({ seed }) =>
      seed === 1 ? { end: 'diverged', trainingError: 0.9 } : { trainingError: 0.1 },
    );
    expect(table[0]).toMatchObject({
      done: 3,
      diverged: 1,
      measured: { trainingError: { mean: 0.1, count: 2 } },
    });
    expect(findings).toContain('Plain with 8 layers diverged for 1 of 3 seeds.');
  });
});

describe('what is said of one depth', () => {
  it('is the order by validation error, and who is not told apart from the best', () => {
    const errors = { plain: 0.3, residual: 0.1, 'conv-shortcut': 0.101, 'dropout-shortcut': 0.9 } as const;
    const variants = ['plain', 'residual', 'conv-shortcut', 'dropout-shortcut'] as const;
    const experiment = experimentWith({ variants: [...variants], depths: [5] });
    const results = expandTrials(experiment).map(({ id, setting: { variant, seed } }) => {
      const error = variants.find((known) => known === variant);
      return resultOf(id, { validationError: (error === undefined ? 0 : errors[error]) + seed / 1000 });
    });
    expect(reportOf(experiment, results).findings).toEqual([
      'By validation error the order is Residual (10.2 ± 0.1 %); 1×1 convolutions (10.3 ± 0.1 %); Plain (30.2 ± 0.1 %); Dropout ½ (90.2 ± 0.1 %).',
      'Seeds don’t tell these apart from the best, Residual: 1×1 convolutions.',
    ]);
  });
});

describe('what is said of a published effect', () => {
  const noise = (seed: number) => seed / 1000;
  const outcomes = (measure: (setting: TrialSetting) => number, seeds?: number[]) =>
    report(
      (setting) => ({ trainingError: measure(setting), validationError: measure(setting), firstSlope: 1 }),
      seeds,
    )
      .outcomes.slice(0, 3)
      .map(({ outcome }) => outcome);

  it.each([
    {
      numbers: 'it happens',
      error: ({ variant, depth, seed }: TrialSetting) =>
        (variant === 'plain' ? depth : -depth) / 20 + noise(seed) + 0.5,
      outcome: 'seen',
    },
    {
      numbers: 'the contrary happens',
      error: ({ variant, depth, seed }: TrialSetting) =>
        (variant === 'plain' ? -depth : depth) / 20 + noise(seed) + 0.5,
      outcome: 'opposite',
    },
    { numbers: 'nothing happens', error: ({ seed }: TrialSetting) => noise(seed), outcome: 'not seen' },
    {
      numbers: 'seeds differ by more than it',
      error: ({ depth, seed }: TrialSetting) => depth / 100 + seed,
      outcome: 'not seen',
    },
  ])('$outcome where $numbers', ({ error, outcome }) => {
    expect(outcomes(error)).toEqual([outcome, outcome, outcome]);
  });

  it('is nothing with one seed, or where trials are missing', () => {
    const one = ({ depth }: TrialSetting) => depth;
    expect(outcomes(one, [1])).toEqual(['not measured', 'not measured', 'not measured']);
    const experiment = experimentWith({}, 'why-resnet-small');
    for (const { outcome } of reportOf(experiment, []).outcomes) expect(outcome).toBe('not measured');
  });

  it('counts training that diverges for all seeds as worse than any that does not', () => {
    const { outcomes: told } = report(({ variant, seed }) =>
      variant === 'plain' ? { end: 'diverged' } : { validationError: 0.5 + noise(seed) },
    );
    expect(told[2]?.outcome).toBe('seen');
  });
});
