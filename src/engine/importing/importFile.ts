import { closeSync } from 'node:fs';
import type { NetworkDocument } from '../../network/graph/document';
import { AdviceError } from '../adviceError';
import { readingFault } from '../runs/fileFault';
import { openRegularFile } from '../runs/readWholeFile';
import type { ImportResult } from './importedNetwork';
import { importFormOf, importForms } from './importForms';

/**
 * Reads a model of another program, as the ending of its name says; for weights alone, those of the network `into`.
 * Throws an AdviceError where the file can't be read, or is of no form that Layerwise knows.
 */
export async function importFile(path: string, into: NetworkDocument | null = null): Promise<ImportResult> {
  try {
    closeSync(openRegularFile(path).file);
    const form = importFormOf(path);
    if (form === null)
      throw new AdviceError(
        `The ending of ${path} says nothing of a model that can be imported.`,
        `Name a file that ends with ${endingsText()}.`,
      );
    return await form.read(path, { into });
  } catch (cause) {
    if (cause instanceof AdviceError) throw cause;
    throw new AdviceError(
      `${path} ${readingFault(cause)}.`,
      'Check that it is whole and may be read, or ask for another copy of it.',
      { cause },
    );
  }
}

/** `.onnx, .keras or .h5`. */
function endingsText(): string {
  const endings = importForms.flatMap((form) => form.endings.map((ending) => `.${ending}`));
  return endings.length < 2
    ? endings.join('')
    : `${endings.slice(0, -1).join(', ')} or ${endings.at(-1) ?? ''}`;
}
