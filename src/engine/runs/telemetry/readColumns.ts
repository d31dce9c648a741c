import { join } from 'node:path';
import { AdviceError } from '../../adviceError';
import { readingFault } from '../fileFault';
import { readWholeFile } from '../readWholeFile';
import { type Columns, columnsSchema } from './columnFiles';

/** Of columns.json: 64 MiB. */
const mostBytes = 64 * 1024 ** 2;

/** Reads columns.json. Throws an AdviceError where it is missing or not in its form. */
export function readColumns(folder: string): Columns {
  const path = join(folder, 'columns.json');
  const advice =
    'The curves in metrics.jsonl are not affected. Restore the file from a copy of the run folder.';
  try {
    const parsed = columnsSchema.safeParse(JSON.parse(readWholeFile(path, mostBytes).toString()));
    if (parsed.success) return parsed.data;
  } catch (cause) {
    if (!(cause instanceof SyntaxError))
      throw new AdviceError(`${path} ${readingFault(cause)}.`, advice, { cause });
  }
  throw new AdviceError(`${path} is damaged: it does not describe telemetry.`, advice);
}
