import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learningRateAt } from '../../../src/engine/train/schedule';
import type { Schedule } from '../../../src/network/graph/trainingSettings';

const context = { stepsPerEpoch: 10, totalSteps: 60 };
const constant: Schedule = { type: 'constant' };
const halving: Schedule = { type: 'step', everyEpochs: 2, factor: 0.5 };
const cosine: Schedule = { type: 'cosine', finalFraction: 0.1 };

describe('learning rate', () => {
  test.each([
    [constant, 0, 0, 1],
    [constant, 0, 59, 1],
    [constant, 4, 0, 0.25],
    [constant, 4, 3, 1],
    [constant, 4, 4, 1],
    [halving, 0, 19, 1],
    [halving, 0, 20, 0.5],
    [halving, 0, 39, 0.5],
    [halving, 0, 40, 0.25],
    [halving, 40, 20, 0.5 * (21 / 40)],
    [cosine, 0, 0, 1],
    [cosine, 0, 30, 0.55],
    [cosine, 0, 60, 0.1],
    [cosine, 0, 90, 0.1],
    [cosine, 20, 10, 11 / 20],
    [cosine, 20, 20, 1],
    [cosine, 20, 40, 0.55],
  ] as const)(
    '%o with %i warm-up steps at step %i is %f of the rate',
    (schedule, warmUpSteps, step, share) => {
      const rate = learningRateAt({ learningRate: 0.2, schedule, warmUpSteps }, step, context);
      expect(rate).toBeCloseTo(0.2 * share, 12);
    },
  );

  test('never leaves the band from 0 to the rate', () => {
    const schedules = fc.oneof(
      fc.constant(constant),
      fc.record({
        type: fc.constant('step' as const),
        everyEpochs: fc.integer({ min: 1, max: 5 }),
        factor: fc.double({ min: 0.01, max: 1, noNaN: true }),
      }),
      fc.record({
        type: fc.constant('cosine' as const),
        finalFraction: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(
        schedules,
        fc.nat(100),
        fc.nat(200),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 150 }),
        (schedule, warmUpSteps, step, stepsPerEpoch, totalSteps) => {
          const rate = learningRateAt({ learningRate: 3, schedule, warmUpSteps }, step, {
            stepsPerEpoch,
            totalSteps,
          });
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate).toBeLessThanOrEqual(3 * (1 + 1e-12));
        },
      ),
    );
  });
});
