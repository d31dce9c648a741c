import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inFront,
  numberedTab,
  type TabRow,
  tabBeside,
  withoutTab,
  withTab,
  withTabMoved,
} from '../../../../src/renderer/tabs/tabRow';

const rows: fc.Arbitrary<TabRow> = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 })
  .chain((tabs) => fc.record({ tabs: fc.constant(tabs), front: fc.constantFrom(...tabs) }));
const withOne = rows.chain((row) => fc.tuple(fc.constant(row), fc.constantFrom(...row.tabs)));

describe('a row of tabs', () => {
  it('has one tab of each name, and one of them in front, whatever is done with it', () => {
    const acts = fc.array(
      fc.tuple(
        fc.constantFrom('open', 'close', 'bring', 'move'),
        fc.nat(9),
        fc.integer({ min: -3, max: 12 }),
      ),
    );
    fc.assert(
      fc.property(rows, acts, (first, all) => {
        let row = first;
        for (const [turn, [act, number, place]] of all.entries()) {
          const tab = row.tabs[number % row.tabs.length] ?? '';
          if (act === 'open') row = withTab(row, `opened ${turn}`);
          if (act === 'close') row = withoutTab(row, tab);
          if (act === 'bring') row = inFront(row, tab);
          if (act === 'move') row = withTabMoved(row, tab, place);
          expect(new Set(row.tabs).size).toBe(row.tabs.length);
          expect(row.tabs).toContain(row.front);
        }
      }),
    );
  });

  it('is as before where a tab was opened and closed at once, but for what is in front', () => {
    fc.assert(
      fc.property(rows, (row) => {
        expect(withoutTab(withTab(row, 'another'), 'another').tabs).toEqual(row.tabs);
        expect(withTab(row, 'another').front).toBe('another');
      }),
    );
  });

  it('keeps the front tab where another is closed, and a neighbour where the front one is', () => {
    fc.assert(
      fc.property(withOne, ([row, tab]) => {
        const { tabs, front } = withoutTab(row, tab);
        const others = row.tabs.filter((other) => other !== tab);
        expect(tabs).toEqual(others.length === 0 ? row.tabs : others);
        const expected = tab === row.front ? [tabBeside(row, tab, 1), tabBeside(row, tab, -1)] : [row.front];
        expect(expected).toContain(front);
      }),
    );
  });

  it('is gone along there and back, and round', () => {
    fc.assert(
      fc.property(withOne, fc.integer({ min: -20, max: 20 }), ([row, tab], places) => {
        expect(tabBeside(row, tabBeside(row, tab, places), -places)).toBe(tab);
        expect(tabBeside(row, tab, row.tabs.length)).toBe(tab);
      }),
    );
  });

  it('has the same tabs in another order where one is moved, which is then at its place', () => {
    fc.assert(
      fc.property(withOne, fc.nat(7), ([row, tab], place) => {
        const moved = withTabMoved(row, tab, place);
        expect(moved.tabs.toSorted()).toEqual(row.tabs.toSorted());
        expect(moved.tabs.indexOf(tab)).toBe(Math.min(place, row.tabs.length - 1));
        expect(moved.front).toBe(row.front);
      }),
    );
  });

  it('counts its tabs from 1, and 9 is the last', () => {
    fc.assert(
      fc.property(rows, (row) => {
        for (const [place, tab] of row.tabs.slice(0, 8).entries())
          expect(numberedTab(row, place + 1)).toBe(tab);
        expect(numberedTab(row, 9)).toBe(row.tabs.at(-1));
        if (row.tabs.length < 8) expect(numberedTab(row, row.tabs.length + 1)).toBeNull();
      }),
    );
  });
});
