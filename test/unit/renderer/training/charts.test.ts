import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateAxis } from '../../../../src/renderer/charts/curveAxes';
import { decimate } from '../../../../src/renderer/charts/decimate';
import { linearLossAxis, logLossAxis } from '../../../../src/renderer/charts/lossAxis';
import { spreadLabels } from '../../../../src/renderer/charts/spreadLabels';
import { trainingSeries } from '../../../../src/renderer/charts/trainingSeries';
import { decadeAxis } from '../../../../src/renderer/gradients/flow/depthAxis';
import { TelemetryLog } from '../../../../src/renderer/training/telemetryLog';
import { startedEvent, telemetryEvent } from './engineEvents';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('decimate', () => {
  it('keeps both ends, the order, the lowest and the highest value, and no more points than allowed', () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 1, maxLength: 900 }),
        fc.integer({ min: 8, max: 200 }),
        (values, limit) => {
          const kept = decimate(values.length, limit, (index) => values[index] ?? Number.NaN);
          const keptValues = kept.map((index) => values[index] ?? Number.NaN);
          expect(kept.length).toBeLessThanOrEqual(Math.max(limit, 1));
          expect(kept[0]).toBe(0);
          expect(kept.at(-1)).toBe(values.length - 1);
          expect(kept).toEqual([...new Set(kept)].toSorted((left, right) => left - right));
          expect(Math.min(...keptValues)).toBe(Math.min(...values));
          expect(Math.max(...keptValues)).toBe(Math.max(...values));
        },
      ),
    );
  });
});

describe('spreadLabels', () => {
  const label = fc.record({
    place: fc.double({ min: 0, max: 500, noNaN: true }),
    extent: fc.double({ min: 5, max: 80, noNaN: true }),
    rank: fc.integer({ min: 0, max: 3 }),
  });

  it('lets no two labels touch, and leaves one out only for one that ranks at least as high', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 40 }), (labels) => {
        const kept = spreadLabels(labels, 8);
        const touch = (left: (typeof labels)[number], right: (typeof labels)[number]) =>
          Math.abs(left.place - right.place) < (left.extent + right.extent) / 2 + 8;
        for (const one of labels) {
          const inTheWay = kept.filter((other) => other !== one && touch(one, other));
          if (kept.includes(one)) expect(inTheWay).toEqual([]);
          else expect(inTheWay.some(({ rank }) => rank >= one.rank)).toBe(true);
        }
      }),
    );
  });
});

describe('axes', () => {
  it('hold all learning rates between round numbers, from zero, or closely around a stretch', () => {
    const rate = fc.double({ min: 1e-7, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(rate, { minLength: 1, maxLength: 20 }), fc.boolean(), (rates, closely) => {
        const { domain, ticks, format } = rateAxis(rates, closely);
        expect(domain[0]).toBeLessThanOrEqual(Math.min(...rates) * (1 + 1e-9));
        expect(domain[1]).toBeGreaterThanOrEqual(Math.max(...rates) * (1 - 1e-9));
        if (!closely) expect(domain[0]).toBe(0);
        // There is room for so much beside the plot.
        for (const tick of ticks) expect(format(tick).length).toBeLessThanOrEqual(4);
      }),
    );
    const axis = rateAxis([0.00125], false);
    expect(axis.ticks.map(axis.format)).toEqual(['0', '0.25', '0.5', '0.75', '1', '1.25']);
    expect(axis.power).toBe('×10⁻³');
    expect(rateAxis([4], false).power).toBeUndefined();
  });

  it('hold all losses between round numbers', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (highest) => {
        const { domain, ticks } = linearLossAxis(highest);
        expect(domain[0]).toBe(0);
        expect(domain[1]).toBeGreaterThanOrEqual(highest * (1 - 1e-9));
        expect(ticks.length).toBeGreaterThan(2);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
    expect(linearLossAxis(2.3).ticks).toEqual([0, 0.5, 1, 1.5, 2, 2.5]);
    expect(linearLossAxis(Number.NEGATIVE_INFINITY).domain).toEqual([0, 1]);
    expect(logLossAxis(0.013, 5.2).ticks).toEqual([0.01, 0.1, 1, 10]);
  });

  it('of a depth profile always show the healthy band', () => {
    expect(decadeAxis([])).toMatchObject({ low: -5, high: 1 });
    fc.assert(
      fc.property(fc.array(fc.double()), (values) => {
        const { low, high, ticks } = decadeAxis(values);
        expect(low).toBeLessThanOrEqual(-5);
        expect(high).toBeGreaterThanOrEqual(1);
        expect(ticks.length).toBeLessThanOrEqual(9);
      }),
    );
  });
});

describe('trainingSeries', () => {
  const log = new TelemetryLog(startedEvent('run'));
  log.append(
    telemetryEvent(
      'run',
      Array.from({ length: 2000 }, (_, index) => index + 1),
    ),
  );

  it('has 240 points at most, from the first step to the last', () => {
    const points = trainingSeries(log, 'losses', 'medium');
    expect(points.length).toBeLessThanOrEqual(240);
    expect(points[0]).toMatchObject({ step: 1, measured: 1, smoothed: 1 });
    expect(points.at(-1)?.step).toBe(2000);
  });

  it('smooths within the values around a step, and leaves out what is not finite', () => {
    for (const { step, smoothed } of trainingSeries(log, 'metrics', 'medium', 100)) {
      expect(smoothed).toBeGreaterThanOrEqual(100 * (1 - 1 / Math.max(1, step - 101)) - 1e-6);
      expect(smoothed).toBeLessThanOrEqual(100);
    }
    const diverged = new TelemetryLog(startedEvent('run'));
    diverged.append({ ...telemetryEvent('run', [1, 2, 3]), losses: Float32Array.of(2, 1, Number.NaN) });
    expect(trainingSeries(diverged, 'losses', 'strong').map(({ step }) => step)).toEqual([1, 2]);
  });
});
