import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type RunNotes, runNotesSchema } from '../../protocol/runMessages';
import { readingFault, writingFault } from './fileFault';
import { readWholeFile } from './readWholeFile';
import { writeAside } from './writeAside';

/** In the folder of a run: what a person has written of it, apart from what Layerwise has measured. */
export const notesName = 'notes.json';

const noNotes: RunNotes = { title: '', tags: [], remark: '' };
const mostBytes = 256 * 1024;
/** The version of notes.json that is written, and the newest that is read. */
const notesVersion = 1;

const notesFileSchema = z.object({
  format: z.literal('layerwise-run-notes'),
  version: z.literal(notesVersion),
  ...runNotesSchema.shape,
});

/** Notes that can't be read count as none, and `fault` says so; it is null where there are none to read. */
export function readRunNotes(folder: string): {
  readonly notes: RunNotes;
  readonly fault: string | null;
} {
  const path = join(folder, notesName);
  if (!existsSync(path)) return { notes: noNotes, fault: null };
  try {
    const { title, tags, remark } = notesFileSchema.parse(
      JSON.parse(readWholeFile(path, mostBytes).toString()),
    );
    return { notes: { title, tags, remark }, fault: null };
  } catch (cause) {
    const damaged = cause instanceof SyntaxError || cause instanceof z.ZodError;
    return {
      notes: noNotes,
      fault: `${notesName} ${damaged ? 'is damaged' : readingFault(cause)}: name, tags and notes of this run are not shown. New ones take its place.`,
    };
  }
}

/** Throws an AdviceError where the folder can't be written to. */
export function writeRunNotes(folder: string, notes: RunNotes): void {
  const { title, tags, remark } = notes;
  const file = { format: 'layerwise-run-notes', version: notesVersion, title, tags, remark };
  try {
    writeAside(join(folder, notesName), `${JSON.stringify(file, null, 2)}\n`);
  } catch (cause) {
    throw writingFault(folder, cause);
  }
}
