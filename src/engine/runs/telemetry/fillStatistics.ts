import { closeSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Columns, columnFiles, rowWidth, statistics, wholeRows } from './columnFiles';

/** Values that are written at a time: 1 MiB. */
const chunk = 2 ** 18;

/**
 * Gives the telemetry folder of an earlier version files of what it did not measure, with NaN in each row, so that a run
 * can go on in it.
 */
export function fillStatistics(folder: string, columns: Columns): void {
  if (columns.activationStatistics) return;
  const nothing = new Float32Array(chunk).fill(Number.NaN);
  const rows = wholeRows(
    columns,
    (file) => statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0,
  );
  for (const quantity of statistics) {
    const file = openSync(join(folder, columnFiles[quantity].file), 'w', 0o666);
    try {
      for (let left = 4 * rows * rowWidth(quantity, columns); left > 0; left -= nothing.byteLength)
        writeSync(file, nothing);
      ftruncateSync(file, 4 * rows * rowWidth(quantity, columns));
    } finally {
      closeSync(file);
    }
  }
}
