import { expect, test } from 'vitest';
import { loadTensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import { layerKind } from '../../src/network/layers/registry';
import { array64 } from './float64/array64';
import { runLayer } from './layerHarness';

const tensorflow = loadTensorFlow();
const [batch, height, width, channels] = [200, 3, 2, 5] as const;
const rate = 0.3;

/** What the layer makes of ones while training. */
function factors(kind: string): Float32Array {
  const run = { weights: new Map(), labels: new Int32Array(batch), training: true };
  const inputs = [array64([batch, height, width, channels], () => 1)];
  const layer = { ...run, kind: layerKind(kind), config: { rate }, inputs };
  return runLayer(tensorflow, layer, (length) => new Float32Array(length)).output;
}

/** The units that each value belongs to, from its place in the output. */
const units: Readonly<Record<string, (index: number) => number>> = {
  dropout: (index) => index,
  spatialDropout2d: (index) =>
    Math.floor(index / (height * width * channels)) * channels + (index % channels),
  stochasticDepth: (index) => Math.floor(index / (height * width * channels)),
};

test.each(Object.entries(units))('%s keeps or drops each of its units as a whole', (kind, unitOf) => {
  const found = new Map<number, Set<number>>();
  for (const [index, factor] of factors(kind).entries())
    found.set(unitOf(index), (found.get(unitOf(index)) ?? new Set()).add(factor));
  const values = [...found.values()].map((set) => [...set]);
  expect(values.filter(({ length }) => length !== 1)).toEqual([]);
  expect(new Set(values.flat())).toEqual(new Set([0, Math.fround(1 / (1 - rate))]));
  // Five standard deviations of a binomial share.
  const dropped = values.filter(([factor]) => factor === 0).length / values.length;
  expect(Math.abs(dropped - rate)).toBeLessThan(5 * Math.sqrt((rate * (1 - rate)) / values.length));
});
