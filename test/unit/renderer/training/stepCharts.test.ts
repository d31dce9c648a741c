import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { curveRows } from '../../../../src/renderer/charts/curveRows';
import { nearestSample, stepsOf, stepsOfLog } from '../../../../src/renderer/charts/measuredSteps';
import { obeyStepKey } from '../../../../src/renderer/charts/stepKeys';
import { showSteps, stepSpanNow, useStepView } from '../../../../src/renderer/charts/stepView';
import { pointAt, trainingSeries } from '../../../../src/renderer/charts/trainingSeries';
import { TelemetryLog } from '../../../../src/renderer/training/telemetryLog';
import { startedEvent, telemetryEvent } from './engineEvents';

const ascending = fc
  .uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 60 })
  .map((steps) => steps.sort((one, other) => one - other));

function logOf(steps: readonly number[]): TelemetryLog {
  const log = new TelemetryLog(startedEvent('run'));
  log.append(telemetryEvent('run', steps));
  return log;
}

describe('measured steps', () => {
  it('have none nearer than the nearest, read from a list as from a log', () => {
    fc.assert(
      fc.property(ascending, fc.integer({ min: -10, max: 6000 }), (steps, step) => {
        const nearest = nearestSample(stepsOf(steps), step);
        const distance = Math.abs((steps[nearest] ?? Number.NaN) - step);
        expect(distance).toBe(Math.min(...steps.map((other) => Math.abs(other - step))));
        expect(nearestSample(stepsOfLog(logOf(steps)), step)).toBe(nearest);
      }),
    );
    expect(nearestSample(stepsOf([]), 5)).toBe(-1);
  });

  it.each(['none', 'light', 'medium', 'strong'] as const)(
    'have the values that are drawn, with %s smoothing',
    (smoothing) => {
      const log = logOf(Array.from({ length: 230 }, (_, place) => 3 * place + 1));
      for (const [sample, drawn] of trainingSeries(log, 'metrics', smoothing, 100).entries()) {
        const read = pointAt(log, 'metrics', smoothing, sample, 100);
        expect(read.step).toBe(drawn.step);
        expect(read.measured).toBe(drawn.measured);
        expect(read.smoothed).toBeCloseTo(drawn.smoothed, 9);
      }
    },
  );
});

it('rows of several curves hold each point of each, one row a step', () => {
  fc.assert(
    fc.property(ascending, ascending, (one, other) => {
      const rows = curveRows(
        one.map((step) => ({ step, left: 2 * step })),
        other.map((step) => ({ step, right: 3 * step })),
      );
      expect(rows.map(({ step }) => step)).toEqual([...new Set([...one, ...other])].sort((a, b) => a - b));
      expect(rows.flatMap(({ left }) => left ?? [])).toEqual(one.map((step) => 2 * step));
      expect(rows.flatMap(({ right }) => right ?? [])).toEqual(other.map((step) => 3 * step));
    }),
  );
});

describe('keys in a chart over steps', () => {
  const steps = stepsOf([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  const press = (key: string, more: object = {}) =>
    obeyStepKey(
      { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more },
      stepSpanNow('run', 100),
      steps,
    );
  const pointed = () => useStepView.getState().pointed;
  beforeEach(() => {
    useStepView.getState().show('run', null);
    useStepView.getState().point(null);
  });

  it('lead the crosshair from the last step in view along the measured ones, and take it away', () => {
    expect(press('ArrowLeft')).toBe(true);
    expect(pointed()).toBe(100);
    press('ArrowLeft');
    expect(pointed()).toBe(90);
    press('Home');
    expect(pointed()).toBe(10);
    press('ArrowLeft');
    expect(pointed()).toBe(10);
    expect(press('Escape')).toBe(true);
    expect(pointed()).toBeNull();
    expect(press('Escape')).toBe(false);
  });

  it('zoom around it, and move what is in view along with it', () => {
    press('End');
    press('Home');
    press('+');
    press('+');
    expect(stepSpanNow('run', 100)).toMatchObject({ narrowed: true, range: { first: 7.5, last: 32.5 } });
    for (let time = 0; time < 4; time += 1) press('ArrowRight');
    expect(pointed()).toBe(50);
    expect(stepSpanNow('run', 100).range).toEqual({ first: 25, last: 50 });
    press('-');
    expect(stepSpanNow('run', 100).narrowed).toBe(true);
    press('0');
    expect(stepSpanNow('run', 100)).toMatchObject({ narrowed: false, range: { first: 0, last: 100 } });
  });

  it('leave others to the window', () => {
    for (const key of ['a', 'Tab', 'Enter', ' ']) expect(press(key)).toBe(false);
    expect(press('+', { ctrlKey: true })).toBe(false);
  });

  it('hold for one run: what another shows is its own', () => {
    showSteps(stepSpanNow('run', 100), { first: 10, last: 20 });
    expect(stepSpanNow('run', 100).narrowed).toBe(true);
    expect(stepSpanNow('other', 100).narrowed).toBe(false);
  });
});
