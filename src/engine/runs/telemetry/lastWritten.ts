import type { Columns } from './columnFiles';

/**
 * The rows that count, ascending. A run that was taken up again does the steps after its checkpoint once more: where
 * steps go back, the earlier rows from there on no longer count, and neither do those beyond the step that it was
 * resumed from. A step is at least 1; zeros are what a power cut leaves of a row.
 */
export function lastWritten(steps: Int32Array, resumed: Columns['resumed']): Int32Array {
  const marks = [...resumed].sort((left, right) => left.row - right.row);
  const rows = new Int32Array(steps.length);
  let first = steps.length;
  let before = Number.POSITIVE_INFINITY;
  for (let row = steps.length - 1; row >= 0; row--) {
    for (let mark = marks.at(-1); mark !== undefined && mark.row > row; mark = marks.at(-1)) {
      before = Math.min(before, mark.fromStep + 1);
      marks.pop();
    }
    const step = steps[row] ?? 0;
    if (step < 1 || step >= before) continue;
    before = step;
    rows[--first] = row;
  }
  return rows.slice(first);
}
