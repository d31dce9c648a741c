import { closeSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { readingFault } from '../fileFault';
import { openRegularFile, readFully } from '../readWholeFile';
import { decodeHeader, headerBytes } from '../safetensors';
import { checkpointMetadataSchema } from './checkpoint';
import { type CheckpointName, checkpointFile, checkpointNames } from './checkpointFiles';

/** What is known of a checkpoint without reading its values. */
export interface CheckpointSummary {
  readonly name: CheckpointName;
  readonly step: number;
  readonly epochsDone: number;
  readonly bytes: number;
}

/** The checkpoints in the folder whose headers are in order, and a sentence for each that is not. */
export function summariseCheckpoints(folder: string): {
  readonly checkpoints: readonly CheckpointSummary[];
  readonly damage: readonly string[];
} {
  const checkpoints: CheckpointSummary[] = [];
  const damage: string[] = [];
  for (const name of checkpointNames) {
    const path = join(folder, checkpointFile(name));
    if (!existsSync(path)) continue;
    try {
      checkpoints.push({ name, ...readSummary(path) });
    } catch (cause) {
      damage.push(`${checkpointFile(name)} ${readingFault(cause)}.`);
    }
  }
  return { checkpoints, damage };
}

function readSummary(path: string): Omit<CheckpointSummary, 'name'> {
  const { file, bytes } = openRegularFile(path);
  try {
    const length = Buffer.alloc(8);
    readFully(file, length, 0);
    const start = Buffer.alloc(Math.min(bytes, headerBytes(length)));
    readFully(file, start, 0);
    const { entries, metadata, start: valuesAt } = decodeHeader(start);
    const end = Math.max(0, ...[...entries.values()].map(({ data_offsets }) => data_offsets[1]));
    if (valuesAt + end > bytes) throw new Error('it is cut off');
    const parsed = checkpointMetadataSchema.safeParse(metadata);
    if (!parsed.success) throw new Error('it does not say which step it was taken at');
    return { step: parsed.data.step, epochsDone: parsed.data.epochs, bytes };
  } finally {
    closeSync(file);
  }
}
