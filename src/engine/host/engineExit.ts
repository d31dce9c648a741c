import { constants } from 'node:os';

const { SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGKILL, SIGSEGV, SIGTERM } = constants.signals;

/**
 * On POSIX, Electron gives the number of a signal and an exit code in the same form. The engine's own exit
 * codes are 0 and 1, so these numbers mean signals.
 */
const signalReasons: ReadonlyMap<number, string> = new Map([
  [SIGKILL, 'the system or another program killed it (SIGKILL)'],
  [SIGTERM, 'another program ended it (SIGTERM)'],
  [SIGSEGV, 'it crashed in native code (SIGSEGV, invalid memory access)'],
  [SIGBUS, 'it crashed in native code (SIGBUS, invalid memory access)'],
  [SIGILL, 'it crashed in native code (SIGILL: this processor lacks an instruction that it uses)'],
  [SIGFPE, 'it crashed in native code (SIGFPE, arithmetic error)'],
  [SIGABRT, 'it gave up after an internal error (SIGABRT)'],
]);

/** Ends that a lack of memory leads to: the system's own killing, and libraries that don't look whether they got any. */
const memorySignals: ReadonlySet<number> = new Set([SIGKILL, SIGSEGV, SIGBUS, SIGABRT]);

/** How TensorFlow, C++ and V8 say in their last lines that no memory is left. */
const memoryWords =
  /\bOOM\b|RESOURCE_EXHAUSTED|bad_alloc|out of memory|cannot allocate memory|failed to allocate|allocation failed/i;

const memoryAdvice = 'A smaller batch size, or fewer filters and units, need less memory.';

/**
 * Why an engine that nobody told to end is gone, and what would help, in sentences. `status` is what Electron's exit
 * event gives, `printed` what the process printed last.
 */
export function describeExit(
  status: number,
  platform: string,
  fatalError: string | null,
  printed: string,
): string {
  const cause = fatalError === null ? reason(status, platform) : `${fatalError} (V8 error)`;
  if (memoryWords.test(`${fatalError} ${printed}`))
    return `The engine stopped, out of memory: ${cause}. ${memoryAdvice}`;
  const suspect = platform !== 'win32' && fatalError === null && memorySignals.has(status);
  return suspect
    ? `The engine stopped: ${cause}, as happens when memory runs out. ${memoryAdvice}`
    : `The engine stopped: ${cause}.`;
}

function reason(status: number, platform: string): string {
  const signal = platform === 'win32' ? undefined : signalReasons.get(status);
  if (signal !== undefined) return signal;
  return status === 0 ? 'it ended by itself without an error' : `it ended with exit code ${status}`;
}
