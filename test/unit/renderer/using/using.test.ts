import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classFigures } from '../../../../src/network/evaluation/classFigures';
import { type ClassColumn, sortClasses } from '../../../../src/renderer/using/classOrder';
import { cellText, cellTint } from '../../../../src/renderer/using/matrixCells';
import { countColumns } from '../../../../src/renderer/using/matrixExports';
import { cellAfterKey } from '../../../../src/renderer/using/matrixKeys';

const columns: readonly ClassColumn[] = ['name', 'images', 'recall', 'precision', 'f1'];

test('the table of classes is sorted by its column, with classes that have no value at the end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(5), { minLength: 25, maxLength: 25 }),
      fc.constantFrom(...columns),
      fc.boolean(),
      (matrix, column, ascending) => {
        const rows = classFigures(matrix, 5).map((figures, number) => ({
          ...figures,
          ...{ number, name: `class ${number}` },
        }));
        const sorted = sortClasses(rows, { column, ascending });
        expect(sorted.toSorted((one, other) => one.number - other.number)).toEqual(rows);
        const values = sorted.map((row) => (column === 'name' ? row.number : row[column]));
        const known = values.filter((value) => !Number.isNaN(value));
        expect(values.slice(0, known.length)).toEqual(known);
        const ordered = known.toSorted((one, other) => (ascending ? one - other : other - one));
        expect(known).toEqual(ordered);
      },
    ),
  );
});

test('a cell says what it counts, and is tinted the more the greater its share', () => {
  const matrix = Int32Array.of(8, 2, 0, 5);
  const names = ['cat', 'dog'];
  expect(cellText(matrix, names, { row: 0, column: 1 })).toBe(
    '2 of 10 images of cat were taken for dog (20.0 %)',
  );
  expect(cellText(matrix, names, { row: 1, column: 1 })).toBe(
    '5 of 5 images of dog were told right (100.0 %)',
  );
  expect(cellTint(0, 10)).toBe(0);
  const tints = [1, 2, 5, 10].map((count) => cellTint(count, 10));
  expect(tints).toEqual(tints.toSorted((one, other) => one - other));
  expect(Math.max(...tints)).toBeLessThanOrEqual(0.6);
});

test('keys lead to every cell of a matrix, and never out of it', () => {
  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
  const press = fc.record({ key: fc.constantFrom(...keys), shiftKey: fc.boolean(), ctrlKey: fc.boolean() });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.array(press), (classes, presses) => {
      let cell = { row: 0, column: 0 };
      for (const each of presses) cell = cellAfterKey(each, cell, classes) ?? cell;
      for (const place of [cell.row, cell.column]) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThan(classes);
      }
    }),
  );
  const plain = { shiftKey: false, ctrlKey: false };
  expect(cellAfterKey({ key: 'ArrowDown', ...plain }, { row: 1, column: 4 }, 5)).toEqual({
    row: 2,
    column: 4,
  });
  expect(cellAfterKey({ key: 'End', ...plain, ctrlKey: true }, { row: 1, column: 1 }, 5)).toEqual({
    row: 4,
    column: 4,
  });
  expect(cellAfterKey({ key: 'Enter', ...plain }, { row: 1, column: 1 }, 5)).toBeNull();
});

test('the table of a matrix has a line for each class, and loses no image', () => {
  const matrix = Int32Array.of(8, 2, 0, 5);
  expect(countColumns({ matrix, classNames: ['cat', 'dog'] })).toEqual([
    { heading: 'Class', cells: ['cat', 'dog'] },
    { heading: 'Taken for cat (images)', cells: [8, 0] },
    { heading: 'Taken for dog (images)', cells: [2, 5] },
  ]);
});
