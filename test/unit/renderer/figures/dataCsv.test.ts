import { expect, it } from 'vitest';
import { dataCsv } from '../../../../src/renderer/figures/exportFigure';
import { floatCell } from '../../../../src/renderer/figures/floatCell';

it('writes a table of measurements with all digits of a float32, and leaves out what was not measured', () => {
  const text = dataCsv([
    { heading: 'Layer', cells: ['conv1', 'a, "b"'] },
    { heading: 'Gradient', cells: [Math.fround(0.1), Math.fround(1.2345678e-21)] },
    { heading: 'Short', cells: [Number.NaN] },
  ]);
  expect(text).toBe('Layer,Gradient,Short\r\nconv1,0.1,\r\n"a, ""b""",1.234568e-21,\r\n');
});

it('never writes as 0 or infinite what float32 could not hold', () => {
  expect([0, Number.POSITIVE_INFINITY, 1e-30].map(floatCell)).toEqual(['<1e-38', '>3e38', 1e-30]);
  expect(floatCell(Number.NaN)).toBeNaN();
});
