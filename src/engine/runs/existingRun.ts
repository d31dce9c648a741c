import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AdviceError } from '../adviceError';

/** The folder of a run by its name. Throws an AdviceError where there is none. */
export function existingRun(runsFolder: string, name: string): string {
  const path = join(runsFolder, name);
  if (existsSync(join(path, 'run.json'))) return path;
  throw new AdviceError(`There is no run ${name} any more.`, 'Look at the list of runs again.');
}
