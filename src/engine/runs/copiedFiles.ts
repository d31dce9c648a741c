import { checkpointFile, checkpointNames } from './checkpoints/checkpointFiles';
import { columnFiles } from './telemetry/columnFiles';

/** How a copy of a file of a run is kept up to date. */
export type CopyWay =
  /** It is written whole and put in place of the one before. */
  | 'whole'
  /** Lines are added at its end. */
  | 'lines'
  /** Rows are added at the end of it and of its fellows. */
  | 'rows';

/**
 * The files of a run's folder that make a copy of the run, by their path in it, in the order in which they are copied:
 * what tells of the others goes first, and checkpoints, which are large, last. The lock stays with the process that holds it.
 */
export const copiedFiles: ReadonlyMap<string, CopyWay> = new Map<string, CopyWay>([
  ['run.json', 'whole'],
  ['notes.json', 'whole'],
  ['metrics.jsonl', 'lines'],
  ['telemetry/columns.json', 'whole'],
  ...Object.values(columnFiles).map(({ file }) => [`telemetry/${file}`, 'rows'] as const),
  ...checkpointNames.map((name) => [`checkpoints/${checkpointFile(name)}`, 'whole'] as const),
]);
