import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { AdviceError } from '../adviceError';
import { existingRun } from './existingRun';
import { writingFault } from './fileFault';
import { isLinkedRun } from './linkRun';
import { findTrainer } from './runLock';

/** In the folder of runs, where the system's own trash is out of reach: a list of runs leaves it out. */
const trashName = '.trash';

/** The folder of a run that may be thrown away. Throws an AdviceError where there is none, or it is in use. */
export function discardableRun(runsFolder: string, name: string): string {
  const path = existingRun(runsFolder, name);
  // Of a run that lies elsewhere the link goes, whoever trains it.
  if (isLinkedRun(path) || findTrainer(path) === null) return path;
  throw new AdviceError(
    `The run ${name} is in use: it is trained, or its weights are in memory.`,
    'Stop it, and train or open something else; then it can be moved to the trash.',
  );
}

/**
 * Moves runs into the trash folder, and returns where that is. Where one can't be moved, those before it are moved back,
 * and an AdviceError says why.
 */
export function moveToTrashFolder(runsFolder: string, names: readonly string[]): string {
  const trash = join(runsFolder, trashName);
  const paths = names.map((name) => [name, discardableRun(runsFolder, name)] as const);
  const moved: string[] = [];
  try {
    mkdirSync(trash, { recursive: true });
    for (const [name, path] of paths) {
      renameSync(path, join(trash, name));
      moved.push(name);
    }
  } catch (cause) {
    for (const name of moved) moveBack(trash, runsFolder, name);
    throw writingFault(trash, cause);
  }
  return trash;
}

/** Moves runs back. Throws an AdviceError where one is not in the trash folder, or can't be moved. */
export function restoreFromTrashFolder(runsFolder: string, names: readonly string[]): void {
  const trash = join(runsFolder, trashName);
  for (const name of names) {
    if (!existsSync(join(trash, name)))
      throw new AdviceError(`The run ${name} is not in ${trash} any more.`, 'Nothing can bring it back.');
    moveBack(trash, runsFolder, name);
  }
}

function moveBack(trash: string, runsFolder: string, name: string): void {
  try {
    renameSync(join(trash, name), join(runsFolder, name));
  } catch (cause) {
    throw writingFault(runsFolder, cause);
  }
}
