import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { selectPoint } from '../../../src/network/laboratory/expectation';
import { experimentLimits, experimentSchema } from '../../../src/network/laboratory/experiment';
import { presetExpectations } from '../../../src/network/laboratory/presetExpectations';
import { presetExperiment, presetSizes, presets } from '../../../src/network/laboratory/presets';
import { summarise } from '../../../src/network/laboratory/summaries';
import { countTrials, expandTrials, layersOf, trialDocument } from '../../../src/network/laboratory/trials';
import { variantIds } from '../../../src/network/laboratory/variants';
import { runFolderNameSchema } from '../../../src/protocol/runMessages';
import { anyGrid, experimentWith } from './experiments';

describe('the trials of a grid', () => {
  it('are each point once, under an id that says which and that a folder can have', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const trials = expandTrials({ grid });
        expect(trials).toHaveLength(countTrials({ grid }));
        expect(new Set(trials.map(({ setting }) => JSON.stringify(setting))).size).toBe(trials.length);
        expect(new Set(trials.map(({ id }) => id)).size).toBe(trials.length);
        for (const { id } of trials)
          expect(runFolderNameSchema.safeParse(`${'x'.repeat(45)}-${id}`).success).toBe(true);
      }),
    );
  });

  it('keep their ids whatever else the grid holds, so that results outlive more seeds and depths', () => {
    fc.assert(
      fc.property(anyGrid, anyGrid, (grid, more) => {
        const union = { ...grid, seeds: [...new Set([...grid.seeds, ...more.seeds])] };
        const ids = new Set(expandTrials({ grid: union }).map(({ id }) => id));
        for (const { id } of expandTrials({ grid })) expect(ids).toContain(id);
      }),
    );
  });

  it('come seed by seed and from shallow to deep', () => {
    const trials = expandTrials(experimentWith({ depths: [9, 1], seeds: [2, 1] }));
    expect(
      trials.map(({ setting: { seed, depth } }) => [seed, depth]).filter((_, index) => index % 2 === 0),
    ).toEqual([
      [2, 1],
      [2, 9],
      [1, 1],
      [1, 9],
    ]);
  });
});

describe('the network of a trial', () => {
  it.each(variantIds)('trains as drawn, with the layers, rate and seed of its point: %s', (variant) => {
    const experiment = experimentWith({ variants: [variant], depths: [2], learningRates: [0.3], seeds: [8] });
    const [trial] = expandTrials(experiment);
    if (trial === undefined) throw new Error('There is no trial.');
    const document = trialDocument(experiment, trial);
    expect(document.training).toMatchObject({ learningRate: 0.3, seed: 8, dataset: { type: 'mnist' } });
    const { problems, nodes } = analyse(document);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(Math.max(...[...nodes.values()].map(({ depth }) => depth))).toBe(layersOf(2));
  });
});

describe('a preset', () => {
  const experiments = presets.flatMap((preset) => presetSizes.map((size) => presetExperiment(preset, size)));

  it.each(experiments)('is an experiment whose trials train: $id', (experiment) => {
    expect(experimentSchema.safeParse(experiment).error).toBeUndefined();
    const [first] = expandTrials(experiment);
    if (first === undefined) throw new Error('There is no trial.');
    expect(analyse(trialDocument(experiment, first)).trains).toBe(true);
  });

  it.each(experiments)('has in its grid all points that its expectations compare: $id', (experiment) => {
    const table = summarise(experiment, []);
    const expectations = presetExpectations(experiment.id);
    expect(expectations.length).toBeGreaterThan(0);
    for (const { of, than } of expectations) {
      const points = [of, than]
        .filter((side) => typeof side !== 'number')
        .map((side) => selectPoint(table, side));
      expect(points).not.toContain(undefined);
      expect(new Set(points).size).toBe(points.length);
    }
  });
});

describe('the form of an experiment', () => {
  it.each([
    ['a value twice', { seeds: [1, 1] }],
    ['no value on an axis', { depths: [] }],
    ['a depth beyond 9', { depths: [10] }],
    [
      'more trials than can be run',
      {
        seeds: Array.from({ length: 20 }, (_, seed) => seed),
        depths: [1, 2, 3, 4, 5, 6, 7, 8, 9],
        learningRates: [0.1, 0.2, 0.3],
      },
    ],
  ])('refuses %s', (_, grid) => {
    expect(experimentSchema.safeParse(experimentWith({ seeds: [1], ...grid })).success).toBe(false);
  });

  it('takes every grid within the limits', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const { success } = experimentSchema.safeParse(experimentWith(grid));
        expect(success).toBe(countTrials({ grid }) <= experimentLimits.trials);
      }),
    );
  });
});
