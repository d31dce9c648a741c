import { describe, expect, it } from 'vitest';
import { kernelOf } from '../../../../src/renderer/quantities/kernels';
import { measuredQuantities } from '../../../../src/renderer/quantities/measuredQuantities';
import { quantities } from '../../../../src/renderer/quantities/quantities';
import { quantityIds } from '../../../../src/renderer/quantities/quantity';
import {
  onScale,
  quantityColour,
  shareOfScale,
  sideOf,
  valueAt,
} from '../../../../src/renderer/quantities/quantityScale';
import { measuredText, scaleText } from '../../../../src/renderer/quantities/quantityText';
import { scaleTicks } from '../../../../src/renderer/quantities/scaleTicks';
import { createRunStore } from '../../../../src/renderer/training/createRunStore';
import { TelemetryLog } from '../../../../src/renderer/training/telemetryLog';
import { lenetOrder, startedEvent, telemetryEvent } from '../training/engineEvents';

describe.each(quantityIds.map((id) => quantities[id]))('$label', (quantity) => {
  const { low, high, healthy, stops, words } = quantity;

  it('has its healthy band on its scale, and a word for each side of the band that is on it', () => {
    expect(healthy.low).toBeGreaterThanOrEqual(low);
    expect(healthy.high).toBeLessThanOrEqual(high);
    expect(healthy.low).toBeLessThan(healthy.high);
    expect(words.low !== null).toBe(healthy.low > low);
    expect(words.high !== null).toBe(healthy.high < high);
    expect(sideOf(quantity, (healthy.low + healthy.high) / 2)).toBe('healthy');
    if (healthy.high < high) expect(sideOf(quantity, high)).toBe('high');
  });

  it('has a tick at each colour, and holds the colours of its ends', () => {
    const ticks = scaleTicks(quantity);
    expect(ticks.map(({ value }) => quantityColour(quantity, value))).toEqual(stops);
    expect(new Set(ticks.map(({ text }) => text)).size).toBe(stops.length);
    expect(quantityColour(quantity, high + 50)).toBe(stops.at(-1));
    expect(quantityColour(quantity, Number.NEGATIVE_INFINITY)).toBe(stops[0]);
    expect(shareOfScale(quantity, low)).toBe(0);
  });

  it('never shows what float32 can’t hold as 0, NaN or a gap', () => {
    for (const measured of [0, Number.POSITIVE_INFINITY]) {
      const texts = [measuredText(quantity, measured), scaleText(quantity, onScale(quantity, measured))];
      if (quantity.form === 'log') for (const text of texts) expect(text).toMatch(/^(below|above) /);
    }
    expect(measuredText(quantity, Number.NaN)).toBe('–');
  });
});

it('reads the quantity of a layer from its kernel or its output, and none where there is none', () => {
  const log = new TelemetryLog(startedEvent('run'));
  log.append(telemetryEvent('run', [4]));
  const values = (node: number) =>
    Object.fromEntries(quantityIds.map((id) => [id, valueAt(quantities[id], { log }, 0, node)]));
  expect(values(1)).toMatchObject({ gradient: Math.log10(40), weightGradient: Math.log10(4) });
  expect(values(2)).toMatchObject({ gradient: Math.log10(400), weightGradient: Math.log10(5) });
  expect(values(2)['updateRatio']).toBeCloseTo(-3);
  expect(values(0)).toMatchObject({
    gradient: Number.NaN,
    weightGradient: Number.NaN,
    updateRatio: Number.NaN,
  });
});

it('takes the factors of a normalisation for no kernel, and of several kernels the first', () => {
  const weightOf = (node: string, name: string) => ({ node, name, shape: [2] });
  const log = new TelemetryLog({
    nodes: ['norm', 'separable', 'conv'].map((id) => ({ id, label: id, outputShape: [2] })),
    weights: [
      weightOf('norm', 'gamma'),
      weightOf('separable', 'depthwiseKernel'),
      weightOf('separable', 'pointwiseKernel'),
      weightOf('conv', 'bias'),
      weightOf('conv', 'kernel'),
    ],
  });
  expect([0, 1, 2].map((node) => kernelOf(log, node))).toEqual([-1, 1, 4]);
});

it('offers the quantities that the run has of any layer', () => {
  const store = createRunStore(() => true);
  expect(measuredQuantities(store.getState())).toEqual([]);
  const telemetry = telemetryEvent('run', [1]);
  const nowhere = telemetry.updateRatios.map(() => Number.NaN);
  store.getState().join('run', lenetOrder(), [startedEvent('run'), { ...telemetry, updateRatios: nowhere }]);
  expect(measuredQuantities(store.getState())).toEqual([
    'gradient',
    'weightGradient',
    'deviation',
    'zeroShare',
  ]);
});
