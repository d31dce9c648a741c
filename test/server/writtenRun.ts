import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copiedFiles } from '../../src/engine/runs/copiedFiles';

/** Name of a run that lies with a server, of which each file says its own name. */
export const writtenRun = 'lenet-5-20261126-120000-4f1a';

/** Puts it there, with files that nobody else may have. */
export function writeRunFiles(stateFolder: string): void {
  const folder = join(stateFolder, 'runs', writtenRun);
  for (const name of ['telemetry', 'checkpoints', 'own']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of [...copiedFiles.keys(), 'lock', 'own/file', 'telemetry/other'])
    writeFileSync(join(folder, name), `${name}: 0123456789`);
}
