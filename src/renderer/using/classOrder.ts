import type { ClassFigures } from '../../network/evaluation/classFigures';

export type ClassColumn = 'name' | 'images' | 'recall' | 'precision' | 'f1';

export interface ClassRow extends ClassFigures {
  readonly number: number;
  readonly name: string;
}

/** The rows in the order of a column; classes without a value come last either way, and of equals the first. */
export function sortClasses(
  rows: readonly ClassRow[],
  { column, ascending }: { readonly column: ClassColumn; readonly ascending: boolean },
): readonly ClassRow[] {
  const value = (row: ClassRow) => (column === 'name' ? row.number : row[column]);
  return rows.toSorted((left, right) => {
    const [one, other] = [value(left), value(right)];
    if (Number.isNaN(one) || Number.isNaN(other))
      return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
    const difference = ascending ? one - other : other - one;
    return difference === 0 ? left.number - right.number : difference;
  });
}
