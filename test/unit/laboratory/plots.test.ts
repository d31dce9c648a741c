import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { experimentPlots } from '../../../src/network/laboratory/plot/experimentPlots';
import { plotSvg } from '../../../src/network/laboratory/plot/plotSvg';
import { valueScale } from '../../../src/network/laboratory/plot/valueScale';
import { reportOf } from '../../../src/network/laboratory/report';
import { expandTrials } from '../../../src/network/laboratory/trials';
import { trialsCsv } from '../../../src/network/laboratory/trialsCsv';
import { experimentWith, resultOf } from './experiments';

describe('an axis', () => {
  it('holds all values between round ticks that can be told apart', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 9 }), (values) => {
        const { ticks, decimals, share } = valueScale(values);
        for (const each of values) expect(share(each)).toBeGreaterThanOrEqual(-1e-6);
        for (const each of values) expect(share(each)).toBeLessThanOrEqual(1 + 1e-6);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(9);
        expect(new Set(ticks.map((tick) => tick.toFixed(decimals))).size).toBe(ticks.length);
      }),
    );
  });
});

const experiment = experimentWith({ variants: ['plain', 'residual', 'conv-shortcut'], seeds: [1, 2] });
const results = expandTrials(experiment).map(({ id, setting: { depth, variant, seed } }) =>
  variant === 'plain' && depth === 9
    ? resultOf(id, { end: 'diverged' })
    : resultOf(id, {
        trainingError: depth / 20 + seed / 50,
        validationError: depth / 15,
        firstSlope: -depth,
      }),
);

describe('the plots of an experiment', () => {
  const plots = (themes: 'light' | 'dark') =>
    experimentPlots(experiment, reportOf(experiment, results).series, { theme: themes, width: 560 });

  it('are errors, slopes and a ranking, in both themes, with names, units and what diverged', () => {
    const light = plots('light').map(({ id, plot }) => ({ id, svg: plotSvg(plot) }));
    expect(light.map(({ id }) => id)).toEqual([
      'training-error',
      'validation-error',
      'gradient-slope',
      'ranking',
    ]);
    for (const { svg } of light)
      for (const label of ['Plain', 'Residual', '1×1 convolutions']) expect(svg).toContain(label);
    expect(light[0]?.svg).toContain('Training error (%)');
    expect(light[0]?.svg).toContain('diverged');
    expect(light[2]?.svg).toContain('decades per 10 layers');
    expect(light[3]?.svg).toMatch(/Residual.*1×1 convolutions.*Plain/s);
    for (const { svg } of light) expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(plotSvg(plots('dark')[0]?.plot ?? fail())).not.toBe(light[0]?.svg);
  });

  it('stay within their width and height', () => {
    for (const { plot } of plots('light'))
      for (const mark of plot.marks)
        if (mark.type === 'text') {
          expect(mark.x).toBeGreaterThanOrEqual(0);
          expect(mark.x).toBeLessThanOrEqual(plot.width);
          expect(mark.y).toBeLessThanOrEqual(plot.height);
          expect(mark.size).toBeGreaterThanOrEqual(11);
        }
  });
});

it('the table of trials has a row for each that is done, and nothing where nothing was measured', () => {
  const lines = trialsCsv(experiment, results).trimEnd().split('\r\n');
  expect(lines).toHaveLength(results.length + 1);
  const [titles = '', first = ''] = lines;
  expect(first.split(',')).toHaveLength(titles.split(',').length);
  expect(lines.find((line) => line.startsWith('plain,56'))).toMatch(
    /^plain,56,relu,auto,yes,0\.05,1,diverged,,,,,/,
  );
});

function fail(): never {
  throw new Error('There is no plot.');
}
