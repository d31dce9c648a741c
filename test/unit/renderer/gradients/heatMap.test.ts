import { describe, expect, it } from 'vitest';
import { HeatMapPixels } from '../../../../src/renderer/gradients/flow/heatMapPixels';
import { quantities } from '../../../../src/renderer/quantities/quantities';
import { valueAt } from '../../../../src/renderer/quantities/quantityScale';
import { TelemetryLog } from '../../../../src/renderer/training/telemetryLog';
import { leastTime } from '../../leastTime';
import { madeUpTelemetry } from './madeUpTelemetry';

const colours = Uint32Array.from({ length: 256 }, (_, entry) => entry + 1);
const quantity = quantities.gradient;

/** A log of so many layers, and what appends so many steps to it, from the last on. */
function logOf(layers: number) {
  const nodes = Array.from({ length: layers }, (_, index) => ({
    ...{ id: `l${index}`, label: `l${index}` },
    outputShape: [8],
  }));
  const weights = nodes.map(({ id }) => ({ node: id, name: 'kernel', shape: [8, 8] }));
  const log = new TelemetryLog({ nodes, weights });
  let step = 0;
  const append = (count: number): void => {
    log.append(madeUpTelemetry(layers, step, count));
    step += count;
  };
  const measured = nodes.map(({ id, label }, index) => ({ id, label, index, depth: index + 1 }));
  return { log, append, layers: measured };
}

describe('the heat map', () => {
  it('holds after many extensions what one made of the whole run holds', () => {
    const { log, append, layers } = logOf(5);
    const content = { log, layers, quantity, colours, range: { first: 0, last: 700 }, width: 311 };
    const grown = new HeatMapPixels(content);
    for (const count of [1, 2, 90, 1, 206, 400]) {
      append(count);
      grown.extend();
    }
    const whole = new HeatMapPixels(content);
    whole.extend();
    expect(whole.filled).toBe(311);
    expect([...grown.packed]).toEqual([...whole.packed]);
    expect(new Set(whole.packed).size).toBeGreaterThan(50);
    expect(whole.packed).not.toContain(0);
  });

  it('leaves what was not measured yet empty, and works nothing out twice', () => {
    const { log, append, layers } = logOf(3);
    const pixels = new HeatMapPixels({
      log,
      layers,
      quantity,
      colours,
      range: { first: 0, last: 100 },
      width: 200,
    });
    expect(pixels.extend()).toEqual({ first: 0, end: 0 });
    append(50);
    expect(pixels.extend()).toEqual({ first: 0, end: 100 });
    expect(pixels.extend()).toEqual({ first: 100, end: 100 });
    expect([...pixels.packed.subarray(100, 200)]).toEqual(new Array<number>(100).fill(0));
    append(1);
    expect(pixels.extend()).toEqual({ first: 100, end: 102 });
  });
});

it('shows of a stretch what the whole map shows there, pixel by pixel', () => {
  const { log, append, layers } = logOf(4);
  append(400);
  const content = { log, layers, quantity, colours };
  const whole = new HeatMapPixels({ ...content, range: { first: 0, last: 1024 }, width: 1024 });
  const stretch = new HeatMapPixels({ ...content, range: { first: 128, last: 640 }, width: 512 });
  whole.extend();
  expect(stretch.extend()).toEqual({ first: 0, end: 272 });
  for (const row of layers.keys())
    expect([...stretch.packed.subarray(512 * row, 512 * (row + 1))]).toEqual([
      ...whole.packed.subarray(1024 * row + 128, 1024 * row + 640),
    ]);
  const later = new HeatMapPixels({ ...content, range: { first: 500, last: 600 }, width: 100 });
  expect(later.extend()).toEqual({ first: 0, end: 0 });
});

describe('with 100,000 recorded steps of 150 layers', () => {
  const { log, append, layers } = logOf(150);
  for (let appended = 0; appended < 100_000; appended += 1000) append(1000);
  const content = { log, layers, quantity, colours, range: { first: 0, last: 100_000 }, width: 1600 };

  it('the heat map is worked out whole in 150 ms, and nothing of it where the shown step moves', () => {
    expect(log.received).toBe(100_000);
    const pixels = new HeatMapPixels(content);
    expect(leastTime(() => new HeatMapPixels(content).extend(), 5)).toBeLessThan(150);
    pixels.extend();
    expect(leastTime(() => pixels.extend())).toBeLessThan(1);
  });

  it('a stretch of the heat map is worked out in 150 ms, as the wheel asks for at each turn', () => {
    const stretch = { ...content, range: { first: 40_000, last: 60_000 } };
    expect(leastTime(() => new HeatMapPixels(stretch).extend(), 5)).toBeLessThan(150);
  });

  it('the values of a step are looked up in 5 ms, wherever it lies', () => {
    let step = 1;
    const lookUp = () => {
      step = (step * 7919) % 100_000;
      const sample = log.sampleAt(step);
      return layers.map(({ index }) => valueAt(quantity, { log }, sample, index));
    };
    expect(lookUp().every(Number.isFinite)).toBe(true);
    expect(leastTime(lookUp)).toBeLessThan(5);
  });
});
