import { expect, it } from 'vitest';
import { projectSchema } from '../../../../src/network/graph/projectSchema';
import { plotSvg } from '../../../../src/network/laboratory/plot/plotSvg';
import { lenet5 } from '../../../../src/network/templates/lenet5';
import { dataCsv } from '../../../../src/renderer/figures/exportFigure';
import { lossAxis, shareAxis } from '../../../../src/renderer/runs/overlayAxes';
import { runningMean, unbroken } from '../../../../src/renderer/runs/overlayCurves';
import { overlayPlot } from '../../../../src/renderer/runs/overlayPlot';
import { runsColumns } from '../../../../src/renderer/runs/runsColumns';

const looked = (name: string, losses: readonly number[]) => ({
  name,
  curves: {
    type: 'runCurves' as const,
    folder: name.toLowerCase(),
    project: projectSchema.parse(lenet5.create()),
    steps: Int32Array.from(losses, (_, place) => 10 * (place + 1)),
    losses: Float32Array.from(losses),
    metrics: Float32Array.from(losses, (_, place) => place / losses.length),
    stretch: 1,
    epochs: [{ step: 10 * losses.length, validationLoss: 0.5, validationMetric: 0.9 }],
  },
});
const ordinary = looked('One', [2, 1, 0.5]);
const diverged = looked('Two, "fast"', [3, 400, Number.NaN, 5e20]);

it('names axes with units, and each run', () => {
  const svg = plotSvg(overlayPlot([ordinary, diverged], { theme: 'dark', width: 420 }));
  for (const words of ['Loss (nats)', 'Accuracy (%)', 'Step', 'One', 'fast', 'validation'])
    expect(svg).toContain(words);
  expect(svg).not.toMatch(/NaN|Infinity/);
});

it('draws a run that measured nothing without a curve', () => {
  const empty = { ...looked('None', []) };
  const none = { ...empty, curves: { ...empty.curves, epochs: [] } };
  expect(plotSvg(overlayPlot([none], { theme: 'light', width: 420 }))).not.toMatch(/NaN|Infinity/);
});

it.each([[[2, 1, 0.5]], [[3, 400, 5e20]], [[0, 0]], [[]]])('has every loss of %j on the axis', (values) => {
  const axis = lossAxis(values);
  expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
  expect(axis.ticks.length).toBeLessThanOrEqual(9);
  for (const value of values) {
    expect(axis.share(value)).toBeGreaterThanOrEqual(-1e-9);
    expect(axis.share(value)).toBeLessThanOrEqual(1 + 1e-9);
  }
});

it('has every share on its axis', () => {
  const axis = shareAxis([12, 97.5]);
  for (const value of [12, 97.5])
    expect(axis.share(value)).toBeCloseTo(Math.min(1, Math.max(0, axis.share(value))));
});

it('means keep gaps as gaps, and a constant as it is', () => {
  expect(runningMean(Float32Array.of(1, Number.NaN, 1))).toEqual([1, Number.NaN, 1]);
  expect(new Set(runningMean(new Float32Array(300).fill(0.5)))).toEqual(new Set([0.5]));
  const points = [1, Number.NaN, 2, 3].map((value, step) => ({ step, value }));
  expect(unbroken(points).map(({ length }) => length)).toEqual([1, 2]);
});

it('gives a row for each step, with what is not finite left empty', () => {
  const [head, first, ...rest] = dataCsv(runsColumns([ordinary, diverged]))
    .trimEnd()
    .split(/\r?\n/);
  expect(head).toContain('training loss (nats)');
  expect(first).toBe('One,one,10,2,0,,');
  expect(rest).toHaveLength(6);
  expect(rest[1]).toBe('One,one,30,0.5,66.66667,0.5,90');
  expect(rest[4]).toBe('"Two, ""fast""","two, ""fast""",30,,50,,');
});
