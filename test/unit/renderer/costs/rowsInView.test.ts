import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsInView } from '../../../../src/renderer/controls/useRowsInView';

const scrolled = fc
  .record({ count: fc.nat(1000), fitting: fc.nat(60), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ count, fitting, share }) => {
    const top = Math.floor(share * Math.max(0, count - fitting));
    // Rows that passed are told of in blocks.
    return { count, fitting, top, passed: Math.floor(top / 4) * 4 };
  });

test('every row in view is drawn, and the rows beside it', () => {
  fc.assert(
    fc.property(scrolled, ({ count, fitting, top, passed }) => {
      const { first, end } = rowsInView(count, passed, fitting);
      expect(first).toBeLessThanOrEqual(Math.max(0, top - 1));
      expect(end).toBeGreaterThanOrEqual(Math.min(count, top + fitting + 2));
      expect(end).toBeLessThanOrEqual(count);
    }),
  );
});

test('a long list draws few rows, a short one all of its own', () => {
  fc.assert(
    fc.property(scrolled, ({ count, fitting, passed }) => {
      const { first, end } = rowsInView(count, passed, fitting);
      expect(end - first).toBeLessThanOrEqual(fitting + 24);
      if (count <= fitting) expect([first, end]).toEqual([0, count]);
    }),
  );
});

test('a list that grew shorter while it was scrolled down is drawn from its end', () => {
  expect(rowsInView(20, 300, 8)).toEqual({ first: 6, end: 20 });
});
