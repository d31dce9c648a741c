import { type FileProblem, maxProjectBytes } from '../../protocol/windowChannels';
import { t } from '../language/t';
import { mayUse } from './fileAccess';

/** The text of a file, or why there is none. */
export async function readText(file: File): Promise<string | FileProblem> {
  const failed = t`${file.name} could not be opened`;
  const choose = t`Choose a project that Layerwise saved; it is a JSON text file of less than 1 MiB.`;
  if (file.size > maxProjectBytes)
    return {
      message: t`${failed}: it is larger than a project can be, ${maxProjectBytes / 2 ** 20} MiB.`,
      advice: choose,
    };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof TypeError) return { message: t`${failed}: it holds no UTF-8 text.`, advice: choose };
    return {
      message: t`${failed}: the browser could not read it.`,
      advice: t`Check that the file is still there and that you may read it, and open it again.`,
    };
  }
}

/**
 * Writes a file whole: the browser puts the new text in its place when all of it is there. Returns null, or why it
 * could not.
 */
export async function writeFile(handle: FileSystemFileHandle, text: string): Promise<FileProblem | null> {
  try {
    if (!(await mayUse(handle, 'readwrite'))) throw new DOMException('', 'NotAllowedError');
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
    return null;
  } catch (error) {
    const { reason, advice } = explain(error);
    return { message: t`${handle.name} could not be saved: ${reason}.`, advice };
  }
}

function explain(error: unknown): { readonly reason: string; readonly advice: string } {
  const elsewhere = t`Save the project as another file with Save as.`;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError')
    return {
      reason: t`this page may not write it`,
      advice: t`Save again, and allow it when the browser asks. Otherwise: ${elsewhere}`,
    };
  if (name === 'QuotaExceededError')
    return { reason: t`the disk is full`, advice: t`Free some space, and save again.` };
  if (name === 'NotFoundError') return { reason: t`the file or its folder is gone`, advice: elsewhere };
  if (name === 'NoModificationAllowedError')
    return { reason: t`the file is locked or read-only`, advice: elsewhere };
  return { reason: error instanceof Error ? error.message : String(error), advice: elsewhere };
}
