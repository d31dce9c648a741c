import { mkdirSync } from 'node:fs';
import { AdviceError } from '../engine/adviceError';

/** Makes a folder to write into, where there is none. Throws an AdviceError where that can't be done. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AdviceError(
      `${path} can't be made a folder: ${reason}.`,
      'Name another place, where no file lies and you may write.',
      { cause },
    );
  }
}
