import { resolve } from 'node:path';
import { openBundle } from '../../engine/runs/bundle/openBundle';
import { type CommandIo, writeLine } from '../commandIo';

/** `layerwise unbundle`: makes a run's folder of the file that somebody bundled it into. */
export async function unbundleTraining(
  file: string,
  { out }: { readonly out: string },
  io: CommandIo,
): Promise<void> {
  await openBundle(resolve(file), resolve(out));
  writeLine(io.stdout, `${out} · layerwise resume, or layerwise replay, goes on with it`);
}
