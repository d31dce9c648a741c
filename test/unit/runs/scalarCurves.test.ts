import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crc32c } from '../../../src/engine/runs/curves/crc32c';
import { curvesCsv } from '../../../src/engine/runs/curves/curvesCsv';
import { scalarCurves } from '../../../src/engine/runs/curves/scalarCurves';
import { openRunFolder } from '../../../src/engine/runs/openRunFolder';
import { stepsFrom, valueAt } from './sampledSteps';
import { temporaryFolder } from './temporaryFolder';
import { writeRun } from './writtenRun';

const parent = temporaryFolder();

function curvesOf(limit: number) {
  const folder = join(parent.path, 'run');
  writeRun(folder);
  return scalarCurves(openRunFolder(folder), limit);
}

describe('the curves of a run', () => {
  it('hold every number that was sampled, under the name of what it measures', () => {
    const curves = new Map(curvesOf(100).map((curve) => [curve.tag, curve]));
    expect([...curves.keys()]).toContain('weight_gradient_norm/layer2/kernel');
    for (const [tag, quantity, item] of [
      ['loss/training', 1, 0],
      ['learning_rate', 3, 0],
      ['activation_gradient_norm/layer1', 4, 1],
      ['weight_gradient_norm/layer2/kernel', 6, 2],
    ] as const) {
      const curve = curves.get(tag);
      expect(curve?.steps).toEqual(stepsFrom(1, 20));
      expect(curve?.values).toEqual(stepsFrom(1, 20).map((step) => valueAt(quantity, step, item)));
    }
  });

  it('keep the first and the last step where they are thinned', () => {
    for (const { steps } of curvesOf(5)) {
      expect(steps.length).toBeLessThanOrEqual(5);
      expect([steps.at(0), steps.at(-1)]).toEqual([1, 20]);
    }
  });

  it('are a table with a row for each step and a column for each curve', () => {
    const curves = curvesOf(100);
    const [header = '', ...rows] = curvesCsv(curves).trimEnd().split('\r\n');
    expect(header.split(',')).toEqual(['step', ...curves.map(({ tag }) => tag)]);
    expect(rows.map((row) => Number(row.split(',')[0]))).toEqual(stepsFrom(1, 20));
    for (const [at, row] of rows.entries())
      expect(
        row
          .split(',')
          .slice(1)
          .map((cell) => Math.fround(Number(cell))),
      ).toEqual(curves.map(({ values }) => values[at]));
  });
});

it('checks records as RFC 3720, appendix B.4 gives the check values', () => {
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, index) => index))).toBe(0x46dd794e);
});
