import { constants } from 'node:os';

const { SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGKILL, SIGSEGV, SIGTERM } = constants.signals;

/**
 * On POSIX, Electron gives the number of a signal and an exit code in the same form. The engine's own exit
 * codes are 0 and 1, so these numbers mean signals.
 */
const signalReasons: ReadonlyMap<number, string> = new Map([
  [SIGKILL, 'the system or another program killed it (SIGKILL), as happens when memory runs out'],
  [SIGTERM, 'another program ended it (SIGTERM)'],
  [SIGSEGV, 'it crashed in native code (SIGSEGV, invalid memory access)'],
  [SIGBUS, 'it crashed in native code (SIGBUS, invalid memory access)'],
  [SIGILL, 'it crashed in native code (SIGILL: this processor lacks an instruction that it uses)'],
  [SIGFPE, 'it crashed in native code (SIGFPE, arithmetic error)'],
  [SIGABRT, 'it gave up after an internal error (SIGABRT)'],
]);

/** Why an engine that nobody told to end is gone, as a sentence. `status` is what Electron's exit event gives. */
export function describeExit(status: number, platform: string, fatalError: string | null): string {
  return `The engine stopped: ${fatalError === null ? reason(status, platform) : `${fatalError} (V8 error)`}.`;
}

function reason(status: number, platform: string): string {
  const signal = platform === 'win32' ? undefined : signalReasons.get(status);
  if (signal !== undefined) return signal;
  return status === 0 ? 'it ended by itself without an error' : `it ended with exit code ${status}`;
}
