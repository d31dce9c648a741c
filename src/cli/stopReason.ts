import type { CommandIo, StopReason } from './commandIo';
import { exitCode } from './exitCode';

/** Why the command was told to stop. */
export function stopReason({ signal }: CommandIo): StopReason {
  const reason: unknown = signal.reason;
  const known = typeof reason === 'object' && reason !== null && 'exitCode' in reason;
  return known && typeof reason.exitCode === 'number'
    ? { exitCode: reason.exitCode }
    : { exitCode: exitCode.failure };
}
