import { existsSync, lstatSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writingFault } from './fileFault';
import { readRunRecord } from './readRunRecord';

/**
 * Puts a run that lies elsewhere, as on the disk of a cluster, among the runs of a folder: a link to it, so that it is
 * read where it is while it grows. Returns its name there; a run that is there already keeps its own. Throws an
 * AdviceError where the folder holds no run.
 */
export function linkRun(runsFolder: string, folder: string): string {
  readRunRecord(folder);
  const target = realpathSync(folder);
  const name = freeName(runsFolder, target);
  const link = join(runsFolder, name);
  if (leadsTo(link, target)) return name;
  try {
    mkdirSync(runsFolder, { recursive: true });
    // On Windows a junction, which takes no rights of an administrator; elsewhere the type says nothing.
    symlinkSync(target, link, 'junction');
  } catch (cause) {
    throw writingFault(runsFolder, cause);
  }
  return name;
}

/** Whether a run in the folder of runs lies elsewhere. */
export function isLinkedRun(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** The folder's own name, in letters that a run's name may have, with a number where another run has it. */
function freeName(runsFolder: string, target: string): string {
  const words = basename(target)
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 100);
  const stem = words || basename(dirname(target)).replace(/[^A-Za-z0-9]+/g, '') || 'run';
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    const path = join(runsFolder, name);
    if (leadsTo(path, target) || (!isLinkedRun(path) && !existsSync(path))) return name;
  }
}

function leadsTo(path: string, target: string): boolean {
  return existsSync(path) && realpathSync(path) === target;
}
