import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snapShift } from '../../../../src/network/graph/arrange/snapShift';
import type { Box } from '../../../../src/network/graph/routing/box';

const coordinate = fc.integer({ min: -2000, max: 2000 });
const boxes = fc.array(
  fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.constantFrom(36, 136),
    height: fc.constantFrom(36, 78),
  }),
  { maxLength: 12 },
);
const some = boxes.filter((list) => list.length > 0);
/** Where a pointer leads to at some zoom. */
const led = fc.record({
  x: fc.double({ min: -500, max: 500, noNaN: true }),
  y: fc.double({ min: -500, max: 500, noNaN: true }),
});
const grids = fc.constantFrom(4, 8, 10, 16, 20);

const card = (x: number, y: number): Box => ({ x, y, width: 136, height: 78 });

test('by the grid alone, the anchor comes to lie on it, at most half a step from where it was led', () => {
  fc.assert(
    fc.property(some, led, boxes, grids, (moving, by, others, grid) => {
      const [anchor] = moving;
      if (anchor === undefined) return;
      const snapped = snapShift(moving, anchor, by, others, { grid, reach: null });
      expect(snapped.guides).toEqual([]);
      for (const axis of ['x', 'y'] as const) {
        expect(Math.abs(anchor[axis] + snapped.by[axis]) % grid).toBeCloseTo(0, 6);
        expect(Math.abs(snapped.by[axis] - by[axis])).toBeLessThanOrEqual(grid / 2 + 1e-6);
      }
    }),
  );
});

test('freely, the anchor keeps to whole px', () => {
  fc.assert(
    fc.property(some, led, boxes, (moving, by, others) => {
      const [anchor] = moving;
      if (anchor === undefined) return;
      const snapped = snapShift(moving, anchor, by, others, { grid: null, reach: null });
      expect(Number.isInteger(anchor.x + snapped.by.x)).toBe(true);
      expect(Math.abs(snapped.by.y - by.y)).toBeLessThanOrEqual(0.5 + 1e-6);
    }),
  );
});

test('by guides, it goes no further than their reach, and each guide touches an edge or a middle at either end', () => {
  const lines = (box: Box, axis: 'x' | 'y') => {
    const length = axis === 'x' ? box.width : box.height;
    return [box[axis], box[axis] + length / 2, box[axis] + length];
  };
  fc.assert(
    fc.property(some, led, some, (moving, by, others) => {
      const [anchor] = moving;
      if (anchor === undefined) return;
      const snapped = snapShift(moving, anchor, by, others, { grid: null, reach: 6 });
      for (const axis of ['x', 'y'] as const)
        expect(Math.abs(snapped.by[axis] - by[axis])).toBeLessThanOrEqual(6 + 1e-6);
      for (const { axis, at, from, to } of snapped.guides) {
        expect(from).toBeLessThan(to);
        const level = others.filter((box) => lines(box, axis).some((line) => Math.abs(line - at) < 0.02));
        expect(level.length).toBeGreaterThan(0);
      }
    }),
  );
});

test('what was snapped stays where it is', () => {
  fc.assert(
    fc.property(some, led, boxes, grids, (moving, by, others, grid) => {
      const [anchor] = moving;
      if (anchor === undefined) return;
      const rules = { grid, reach: 6 };
      const first = snapShift(moving, anchor, by, others, rules);
      const again = snapShift(moving, anchor, first.by, others, rules);
      // On an axis without a guide the grid decides, which may lie within reach of one.
      for (const axis of ['x', 'y'] as const)
        if (first.guides.some((guide) => guide.axis === axis))
          expect(again.by[axis]).toBeCloseTo(first.by[axis], 6);
    }),
  );
});

test('a card a few px off the next one’s row comes level with it, and one line through their middles says so', () => {
  const snapped = snapShift([card(0, 0)], card(0, 0), { x: 203, y: 97 }, [card(400, 100)], {
    grid: 10,
    reach: 6,
  });
  expect(snapped.by).toEqual({ x: 200, y: 100 });
  expect(snapped.guides).toEqual([{ axis: 'y', at: 139, from: 200, to: 536 }]);
});

test('an addition’s circle comes level with a card’s middle', () => {
  const circle = { x: 50, y: 21, width: 36, height: 36 };
  const snapped = snapShift([circle], { x: 0, y: 0 }, { x: 300, y: 4 }, [card(0, 0)], { grid: 10, reach: 6 });
  expect(snapped.by).toEqual({ x: 300, y: 0 });
});
