import { formatCounted, formatInteger } from '../format/numbers';
import { t } from '../language/t';

/** How strongly a cell is tinted, 0…1: by the square root of its share of the row, which lifts what is rare. */
export function cellTint(count: number, rowTotal: number): number {
  return count === 0 || rowTotal === 0 ? 0 : 0.08 + 0.52 * Math.sqrt(count / rowTotal);
}

/** A cell in words: "5 of 982 images of 4 were taken for 9 (0.5 %)". */
export function cellText(
  matrix: Int32Array,
  classNames: readonly string[],
  { row, column }: { readonly row: number; readonly column: number },
): string {
  const classes = classNames.length;
  const count = matrix[row * classes + column] ?? 0;
  const total = rowTotal(matrix, classes, row);
  const [own, other] = [classNames[row] ?? String(row), classNames[column] ?? String(column)];
  const share = total === 0 ? '' : ` (${((100 * count) / total).toFixed(1)} %)`;
  const images = t`${formatInteger(count)} of ${formatCounted(total, 'image')}`;
  return row === column
    ? t`${images} of ${own} were told right${share}`
    : t`${images} of ${own} were taken for ${other}${share}`;
}

/** Images of the class of a row. */
export function rowTotal(matrix: Int32Array, classes: number, row: number): number {
  return matrix.subarray(row * classes, (row + 1) * classes).reduce((sum, count) => sum + count, 0);
}
