import { writeFileSync } from 'node:fs';
import { AdviceError } from '../engine/adviceError';

/** Writes a file that was asked for. Throws an AdviceError where it can't be written, or exists and is to stay. */
export function writeOutput(out: string, content: string | Uint8Array, force: boolean): void {
  try {
    writeFileSync(out, content, { flag: force ? 'w' : 'wx' });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (code === 'EEXIST')
      throw new AdviceError(`${out} exists already.`, 'Name another file, or add --force to replace it.');
    if (code === 'ENOENT')
      throw new AdviceError(`The folder of ${out} does not exist.`, 'Create it, or name another place.');
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AdviceError(
      `${out} can't be written: ${reason}.`,
      'Check that its folder exists and may be written to.',
      { cause },
    );
  }
}
