import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundleRun } from '../../engine/runs/bundle/bundleRun';
import { type CommandIo, writeLine } from '../commandIo';
import { megabytes } from '../numberText';

/** `layerwise bundle`: puts a run into one file that another person can open. */
export async function bundleTraining(
  folder: string,
  { out }: { readonly out: string },
  io: CommandIo,
): Promise<void> {
  const file = resolve(out);
  await bundleRun(resolve(folder), file);
  writeLine(io.stdout, `${out} · ${megabytes(statSync(file).size)}`);
}
