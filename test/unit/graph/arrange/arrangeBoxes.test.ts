import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { alignBoxes, alignments, axisOf } from '../../../../src/network/graph/arrange/alignBoxes';
import { alignCards, distributeCards } from '../../../../src/network/graph/arrange/arrangeCards';
import { type Axis, middleOf, stretchOf } from '../../../../src/network/graph/arrange/axis';
import { distributeBoxes, type NamedBox } from '../../../../src/network/graph/arrange/distributeBoxes';
import { visibleItems } from '../../../../src/network/graph/blocks/visibleItems';
import type { NetworkDocument } from '../../../../src/network/graph/document';
import { applyEdit, type Edit } from '../../../../src/network/graph/edits';
import { documents } from '../documentArbitraries';

const coordinate = fc.integer({ min: -3000, max: 3000 });
/** Cards, blocks and circles of additions, all of an even size. */
const size = fc.constantFrom(
  { width: 136, height: 78 },
  { width: 36, height: 36 },
  { width: 280, height: 4 },
);
const boxes: fc.Arbitrary<readonly NamedBox[]> = fc
  .array(fc.tuple(coordinate, coordinate, size), { minLength: 2, maxLength: 9 })
  .map((drawn) => drawn.map(([x, y, box], index) => ({ key: `n${index}`, x, y, ...box })));
const shuffledBoxes = boxes.chain((all) => fc.tuple(fc.constant(all), shuffled(all)));
const axes = fc.constantFrom<Axis>('x', 'y');

function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<readonly Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

function byKey(list: readonly NamedBox[]): readonly NamedBox[] {
  return list.toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

const other = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x');

describe.each(alignments)('aligned: %s', (alignment) => {
  const axis = axisOf(alignment);
  const line = (box: NamedBox): number => {
    const stretch = stretchOf(box, axis);
    if (alignment === 'left' || alignment === 'top') return stretch.start;
    return alignment === 'right' || alignment === 'bottom' ? stretch.end : middleOf(stretch);
  };

  it('all boxes share a line, and move along no other axis', () => {
    fc.assert(
      fc.property(boxes, (before) => {
        const after = alignBoxes(before, alignment);
        expect(new Set(after.map(line)).size).toBe(1);
        expect(after.map((box) => box[other(axis)])).toEqual(before.map((box) => box[other(axis)]));
        expect(after.every((box) => Number.isInteger(box[axis]))).toBe(true);
      }),
    );
  });

  it('stays within the room that the boxes took up, to a px', () => {
    fc.assert(
      fc.property(boxes, (before) => {
        const [low, high] = [
          Math.min(...before.map((box) => stretchOf(box, axis).start)),
          Math.max(...before.map((box) => stretchOf(box, axis).end)),
        ];
        for (const box of alignBoxes(before, alignment)) {
          expect(stretchOf(box, axis).start).toBeGreaterThanOrEqual(low - 1);
          expect(stretchOf(box, axis).end).toBeLessThanOrEqual(high + 1);
        }
      }),
    );
  });

  it('is the same twice, and in whichever order boxes were selected', () => {
    fc.assert(
      fc.property(shuffledBoxes, ([all, mixed]) => {
        const once = alignBoxes(all, alignment);
        expect(alignBoxes(once, alignment)).toEqual(once);
        expect(byKey(alignBoxes(mixed, alignment))).toEqual(byKey(once));
      }),
    );
  });
});

describe('distributed', () => {
  const row = (list: readonly NamedBox[], axis: Axis) =>
    list.toSorted(
      (one, two) =>
        middleOf(stretchOf(one, axis)) - middleOf(stretchOf(two, axis)) || (one.key < two.key ? -1 : 1),
    );

  it('the outermost stay, and nothing moves along the other axis', () => {
    fc.assert(
      fc.property(boxes, axes, (before, axis) => {
        const after = new Map(distributeBoxes(before, axis).map((box) => [box.key, box]));
        const sorted = row(before, axis);
        for (const box of [sorted[0], sorted.at(-1)]) expect(box && after.get(box.key)).toEqual(box);
        for (const box of before) expect(after.get(box.key)?.[other(axis)]).toBe(box[other(axis)]);
      }),
    );
  });

  it('gaps are equal to a px where there is room, and otherwise the distances of the middles are', () => {
    fc.assert(
      fc.property(boxes, axes, (before, axis) => {
        const sorted = row(before, axis).map(({ key }) => key);
        const after = new Map(distributeBoxes(before, axis).map((box) => [box.key, stretchOf(box, axis)]));
        const placed = sorted.flatMap((key) => after.get(key) ?? []);
        const [first, last] = [placed[0], placed.at(-1)];
        if (first === undefined || last === undefined || placed.length < 3) return;
        const filled = placed.reduce((sum, { start, end }) => sum + end - start, 0);
        const roomy = last.end - first.start >= filled;
        const distances = placed.slice(1).map((stretch, index) => {
          const before = placed[index] ?? first;
          return roomy ? stretch.start - before.end : middleOf(stretch) - middleOf(before);
        });
        expect(Math.max(...distances) - Math.min(...distances)).toBeLessThanOrEqual(2);
        expect(Math.min(...distances)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is the same twice, and in whichever order boxes were selected', () => {
    fc.assert(
      fc.property(shuffledBoxes, axes, ([all, mixed], axis) => {
        const once = distributeBoxes(all, axis);
        expect(distributeBoxes(once, axis)).toEqual(once);
        expect(byKey(distributeBoxes(mixed, axis))).toEqual(byKey(once));
      }),
    );
  });

  test('three cards in a row, the middle one off', () => {
    const card = (key: string, x: number): NamedBox => ({ key, x, y: 0, width: 136, height: 78 });
    const placed = distributeBoxes([card('a', 0), card('b', 150), card('c', 400)], 'x');
    expect(placed.map(({ x }) => x)).toEqual([0, 200, 400]);
  });
});

describe('of a network', () => {
  const arrangements: readonly (readonly [
    string,
    (document: NetworkDocument, keys: ReadonlySet<string>) => Edit,
  ])[] = [
    ...alignments.map(
      (alignment) =>
        [
          `align ${alignment}`,
          (network: NetworkDocument, keys: ReadonlySet<string>) => alignCards(network, keys, alignment),
        ] as const,
    ),
    ['distribute x', (network, keys) => distributeCards(network, keys, 'x')],
    ['distribute y', (network, keys) => distributeCards(network, keys, 'y')],
  ];
  const chosen = documents.chain((document) => {
    const keys = visibleItems(document).items.map(({ key }) => key);
    return fc.tuple(
      fc.constant(document),
      fc.subarray(keys).map((some) => new Set(some)),
    );
  });

  it.each(arrangements)(
    '%s is one edit, taken back exactly, that moves the chosen cards alone',
    (_, plan) => {
      fc.assert(
        fc.property(chosen, ([document, keys]) => {
          const edit = plan(document, keys);
          const { document: after, inverse } = applyEdit(document, edit);
          expect(applyEdit(after, inverse).document).toEqual(document);
          expect(plan(after, keys).changes).toEqual([]);
          const before = new Map(visibleItems(document).items.map(({ key, position }) => [key, position]));
          const others = visibleItems(after).items.filter(({ key }) => !keys.has(key));
          for (const { key, position } of others) expect(position).toEqual(before.get(key));
        }),
        { numRuns: 60 },
      );
    },
  );
});
