import { AdviceError } from '../adviceError';

interface Fault {
  /** Goes on after "… can't be written: ". */
  readonly reason: string;
  readonly advice: string;
}

const fullDisk = 'Free some space on it; what was measured meanwhile is kept and written then.';
const permissions = 'Change the permissions of the folder, or train into another one.';

const faults: Readonly<Record<string, Fault>> = {
  ENOSPC: { reason: 'the disk is full', advice: fullDisk },
  EDQUOT: { reason: 'your share of the disk is used up', advice: fullDisk },
  EFBIG: {
    reason: 'the system allows no file of that size there',
    advice: 'Raise the limit (ulimit -f), or train into a folder on another disk.',
  },
  EROFS: { reason: 'the disk is read-only', advice: 'Make it writable, or train into another folder.' },
  EACCES: { reason: 'you may not write there', advice: permissions },
  EPERM: { reason: 'you may not write there', advice: permissions },
  ENOENT: {
    reason: 'the folder was removed or moved',
    advice: 'Put the folder back, or train into another one.',
  },
  ENOTDIR: {
    reason: 'a file lies where a folder should be',
    advice: 'Move that file away, or train into another folder.',
  },
  EISDIR: {
    reason: 'a folder lies where a file should be',
    advice: 'Move that folder away, or train into another one.',
  },
  EIO: {
    reason: 'the disk reported an error',
    advice: 'Check the disk, and train into a folder on another.',
  },
  EMFILE: { reason: 'too many files are open', advice: 'Close other programs, and go on.' },
  ENFILE: { reason: 'too many files are open', advice: 'Close other programs, and go on.' },
};

/** What a refusal of the file system means for a run in the folder `path`, where something was to be written. */
export function writingFault(path: string, cause: unknown): AdviceError {
  if (cause instanceof AdviceError) return cause;
  const fault = faults[errorCode(cause)] ?? {
    reason: cause instanceof Error ? cause.message : String(cause),
    advice: 'Check that the folder may be written to and the disk has room.',
  };
  return new AdviceError(`The run can't be written to ${path}: ${fault.reason}.`, fault.advice, { cause });
}

/** Why a file can't be read, to go on after its name: "is missing", or "can't be read: it is cut off". */
export function readingFault(cause: unknown): string {
  const code = errorCode(cause);
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'is missing';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  if (code === 'ELOOP') return 'is a link that leads back to itself';
  return `can't be read: ${cause instanceof Error ? cause.message : String(cause)}`;
}

/** The system's code of a refusal, such as ENOSPC; empty where it has none. */
export function errorCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}
