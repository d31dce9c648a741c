import { constants } from 'node:fs';
import { access, copyFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseProject, serialiseProject } from '../network/graph/projectFile';
import { projectExtension } from '../network/graph/projectFileName';
import type { FileProblem } from '../protocol/windowChannels';
import { fileErrorReason } from './fileProblems';

/**
 * Puts weights that an import has left in the application's own folder beside the project's file, so that both can be
 * moved and sent together. Returns the project's text with their new place; weights that lie elsewhere, or are gone, stay
 * where the text says.
 */
export async function weightsBeside(
  text: string,
  path: string,
  weightsFolder: string,
): Promise<{ readonly text: string } | { readonly problem: FileProblem }> {
  if (!text.includes('"startingWeights"')) return { text };
  const parsed = parseProject(text);
  const reference = 'problem' in parsed ? undefined : parsed.document.startingWeights;
  if ('problem' in parsed || reference?.type !== 'file') return { text };
  if (dirname(reference.path) !== weightsFolder || !(await isThere(reference.path))) return { text };
  // The digest tells the weights of one model from those of another under the same project's name.
  const stem = basename(path).replace(new RegExp(`\\${projectExtension}$`, 'i'), '');
  const beside = join(dirname(path), `${stem}-${reference.sha256.slice(0, 8)}.safetensors`);
  try {
    if (!(await isThere(beside))) await copyWhole(reference.path, beside);
  } catch (error) {
    return {
      problem: {
        message: `The weights of ${reference.name} could not be put beside ${basename(path)}: ${fileErrorReason(error, 'save')}.`,
        advice: 'Free some space and save again, or save the project on another disk with Save As.',
      },
    };
  }
  return {
    text: serialiseProject({ ...parsed.document, startingWeights: { ...reference, path: beside } }),
  };
}

/** Under the new name there is the whole file, or none. */
async function copyWhole(from: string, to: string): Promise<void> {
  const aside = `${to}.part`;
  try {
    await copyFile(from, aside, constants.COPYFILE_FICLONE);
    await rename(aside, to);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
