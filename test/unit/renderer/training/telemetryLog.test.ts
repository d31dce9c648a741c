import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TelemetryLog } from '../../../../src/renderer/training/telemetryLog';
import { startedEvent, telemetryEvent } from './engineEvents';

/** The steps 1…count, cut into batches at random. */
const batches = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 12 }).map((sizes) => {
  let step = 0;
  return sizes.map((size) =>
    Array.from({ length: size }, () => {
      step += 1;
      return step;
    }),
  );
});

describe('TelemetryLog', () => {
  it('keeps every value, however the steps were cut into batches', () => {
    fc.assert(
      fc.property(batches, (cut) => {
        const log = new TelemetryLog(startedEvent('run'));
        for (const steps of cut) log.append(telemetryEvent('run', steps));
        expect(log.length).toBe(cut.flat().length);
        for (let sample = 0; sample < log.length; sample += 1) {
          const step = sample + 1;
          expect(log.steps.at(sample)).toBe(step);
          expect(log.losses.at(sample)).toBe(Math.fround(1 / step));
          expect(log.gradientNorm(sample, 0)).toBeNaN();
          expect(log.gradientNorm(sample, 1)).toBe(step * 10);
          expect(log.gradientNorm(sample, 2)).toBe(step * 100);
          expect(log.weight(sample, 1).gradientNorm).toBe(step + 1);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('shows the last statistics of activations where a sample has none', () => {
    const log = new TelemetryLog(startedEvent('run'));
    const event = telemetryEvent('run', [1, 2, 3, 4]);
    for (const column of [event.activationMeans, event.activationDeviations, event.zeroShares])
      for (const row of [0, 2, 3]) column.fill(Number.NaN, 3 * row, 3 * row + 3);
    log.append(event);
    const meansOf = (node: number) => [0, 1, 2, 3].map((sample) => log.activationMean(sample, node));
    expect(meansOf(0)).toEqual([Number.NaN, 2, 2, 2]);
    expect(meansOf(2)).toEqual([Number.NaN, 4, 4, 4]);
    expect([log.activationDeviation(3, 2), log.zeroShare(3, 2)]).toEqual([2, 0.5]);
  });

  it('stays bounded over a long run, evenly spread from the first sample to the last, and counts them all', () => {
    const log = new TelemetryLog(startedEvent('run'));
    for (let from = 1; from <= 100_000; from += 1000) {
      log.append(
        telemetryEvent(
          'run',
          Array.from({ length: 1000 }, (_, index) => from + index),
        ),
      );
      const last = log.length - 1;
      expect(log.length).toBeLessThan(16_400);
      expect(log.received).toBe(from + 999);
      expect(log.steps.at(last)).toBe(log.received);
      for (const sample of [0, 1, Math.floor(last / 2), last - 1]) {
        const step = 1 + sample * log.every;
        expect(log.steps.at(sample)).toBe(step);
        expect(log.gradientNorm(sample, 1)).toBe(step * 10);
        expect(log.weight(sample, 1).gradientNorm).toBe(step + 1);
      }
    }
    expect(log.every).toBe(8);
  });

  it('finds the last sample at or before a step', () => {
    const log = new TelemetryLog(startedEvent('run'));
    log.append(telemetryEvent('run', [1, 11, 21]));
    expect([0, 1, 10, 11, 20, 21, 999].map((step) => log.sampleAt(step))).toEqual([-1, 0, 0, 1, 1, 2, 2]);
  });

  it('knows nothing of what was not measured', () => {
    const log = new TelemetryLog(startedEvent('run'));
    expect(log.indexOfNode('elsewhere')).toBeNull();
    expect(log.gradientNorm(0, 1)).toBeNaN();
    expect(log.sampleAt(5)).toBe(-1);
  });
});
