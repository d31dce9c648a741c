import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { plainFileName } from '../network/graph/projectFileName';
import type { ExportedFile, ExportFormat } from '../protocol/exportedFiles';
import type { AnswerOf } from '../protocol/windowChannels';
import { fileErrorReason } from './fileProblems';
import { replaceFile } from './replaceFile';

/** Asks the person for a path; null where it was cancelled. */
export type WhereToExport = (suggestedPath: string, format: ExportFormat) => Promise<string | null>;

/** Writes a table or a picture where the person says; dialogs start in `folder`. */
export async function exportFile(
  { suggestedName, format, content }: ExportedFile,
  folder: string,
  ask: WhereToExport,
): Promise<AnswerOf<'exportFile'>> {
  const chosen = await ask(join(folder, `${plainFileName(suggestedName)}.${format}`), format);
  if (chosen === null) return { status: 'cancelled' };
  // Where the dialog adds no ending, as on Linux, the file would open in nothing.
  const path = basename(chosen).includes('.') ? chosen : `${chosen}.${format}`;
  try {
    const aside = join(dirname(path), `.layerwise-${randomUUID()}.part`);
    await replaceFile(path, aside, 0o644, Buffer.from(content));
    return { status: 'done', value: path };
  } catch (error) {
    return {
      status: 'failed',
      problem: {
        message: `${basename(path)} could not be written: ${fileErrorReason(error, 'save')}.`,
        advice: 'Choose another folder, and export it again.',
      },
    };
  }
}
