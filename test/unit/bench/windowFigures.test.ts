import { describe, expect, it } from 'vitest';
import { faultsOf, windowTables } from '../../../scripts/bench/windowFigures.mjs';

const start = (interactive: number) => ({
  ...{ pageAsked: 300, codeReady: 500, rendering: 520, painted: 800 },
  interactive,
});
const inputs = (...latencies: number[]) => ({
  resting: [{ name: 'Click', latencies: [10] }],
  training: [{ name: 'Click', latencies }],
  others: 0.07,
});
const memory = (window: number, perHour: number) => ({
  samples: [
    { seconds: 60, window: 200, heap: 18 },
    { seconds: 120, window, heap: 20 },
  ],
  growth: [
    { what: 'main', mean: 200, perHour: 1000, bound: 18 },
    { what: 'window', mean: 210, perHour: 1000, bound: 50 },
    { what: 'heap', mean: 19, perHour, bound: 16 },
  ],
});
const good = {
  starts: { first: [start(1400), start(1600), start(1450)], later: [start(900)] },
  inputs: inputs(...Array.from({ length: 19 }, () => 20), 300),
  memory: memory(300, 2),
};

describe('the figures of the window', () => {
  it('are judged by the median of the starts, 95 % of the inputs, and what the page holds', () => {
    expect(faultsOf(good)).toEqual([]);
    expect(faultsOf({ starts: null, inputs: null, memory: null })).toEqual([]);
  });

  it.each([
    [
      { ...good, starts: { ...good.starts, later: [start(1500)] } },
      'A later start takes 1.50 s; it must take less than 1.50 s.',
    ],
    [
      { ...good, inputs: inputs(20, 60) },
      '95 % of inputs are painted within 60 ms; it must be less than 50 ms.',
    ],
    [{ ...good, inputs: inputs() }, '95 % of inputs are painted within NaN ms; it must be less than 50 ms.'],
    [{ ...good, memory: memory(400, 2) }, 'The window’s process holds 400 MiB; it must hold less than 400.'],
    [
      { ...good, memory: memory(300, 20) },
      'JavaScript heap of the page, MiB: grows by 20.0 an hour; 16 are allowed.',
    ],
  ])('name each limit that is missed', (figures, sentence) => {
    expect(faultsOf(figures)).toEqual([sentence]);
  });

  it('stand in a table for each thing that was measured', () => {
    const text = windowTables(good, 'a machine', new Date('2026-11-26T12:00:00Z'));
    expect(text).toContain('Measured on 2026-11-26: a machine.');
    expect(text).toContain(
      '| A click on its first button is answered | 1.40, 1.45, 1.60 | 0.90, 0.90, 0.90 | 1.50 |',
    );
    expect(text).toContain('took 7 % of the processor');
    expect(text).toContain('| All | 10, 10, 10 | 20, 20, 300 | 20 | 50 |');
    expect(text).toContain('| JavaScript heap of the page, MiB | 18 | 19 | 20 | 2.0 | 16 an hour |');
    expect(text).not.toContain('Main');
  });
});
