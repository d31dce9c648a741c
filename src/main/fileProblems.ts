import type { FileProblem } from '../protocol/windowChannels';

type Action = 'open' | 'save';

interface Explanation {
  /** Completes "<name> could not be opened: …"; saving may fail for another reason. */
  readonly reason: string | Readonly<Record<Action, string>>;
  readonly advice: Readonly<Record<Action, string>>;
}

const elsewhere = 'Save the project in another folder with Save As.';
const check = 'Check that the file is still there, and open it again.';

const explanations: Readonly<Record<string, Explanation>> = {
  ENOENT: {
    reason: { open: 'it does not exist', save: 'its folder does not exist' },
    advice: { open: check, save: `The folder was moved or deleted. ${elsewhere}` },
  },
  EACCES: {
    reason: { open: 'you may not read it', save: 'you may not write there' },
    advice: {
      open: 'Change the permissions of the file or ask its owner, and open it again.',
      save: `The file or its folder is read-only for you. ${elsewhere}`,
    },
  },
  EISDIR: {
    reason: 'it is a folder',
    advice: { open: 'Choose a .layerwise file.', save: 'Choose another name.' },
  },
  ENODEV: {
    reason: 'it is a device or a pipe and not a file',
    advice: { open: 'Choose a .layerwise file.', save: 'Choose another name.' },
  },
  EFBIG: {
    reason: 'the system allows no file of that size there',
    advice: { open: check, save: elsewhere },
  },
  ELOOP: {
    reason: 'it is a link that leads back to itself',
    advice: { open: 'Choose the file that the link was meant for.', save: 'Choose another name.' },
  },
  EROFS: { reason: 'the disk is read-only', advice: { open: check, save: elsewhere } },
  ENOSPC: {
    reason: 'the disk is full',
    advice: { open: check, save: 'Free some space and save again, or save on another disk with Save As.' },
  },
  EDQUOT: {
    reason: 'your share of the disk is used up',
    advice: { open: check, save: 'Free some space and save again, or save on another disk with Save As.' },
  },
  ENAMETOOLONG: {
    reason: 'its name is too long',
    advice: {
      open: 'Rename the file, and open it again.',
      save: 'Save it under a shorter name with Save As.',
    },
  },
  EBUSY: {
    reason: 'another program is using it',
    advice: {
      open: 'Close the other program, and open it again.',
      save: 'Close the other program, and save again.',
    },
  },
  EMFILE: {
    reason: 'too many files are open',
    advice: {
      open: 'Close other programs, and open it again.',
      save: 'Close other programs, and save again.',
    },
  },
  EIO: { reason: 'the disk reported an error', advice: { open: 'Try a copy of the file.', save: elsewhere } },
};
const aliases: Readonly<Record<string, string>> = { EPERM: 'EACCES', ENOTDIR: 'ENOENT', ENFILE: 'EMFILE' };

/** What a failed system call means for the person who opened or saved the file called `name`. */
export function explainFileError(error: unknown, action: Action, name: string): FileProblem {
  const fallback = action === 'open' ? check : elsewhere;
  return {
    message: `${name} could not be ${action === 'open' ? 'opened' : 'saved'}: ${fileErrorReason(error, action)}.`,
    advice: explanationOf(error)?.advice[action] ?? fallback,
  };
}

/** Why a system call failed, to go on after a colon: `the disk is full`. */
export function fileErrorReason(error: unknown, action: Action): string {
  const reason = explanationOf(error)?.reason;
  if (reason === undefined) return error instanceof Error ? error.message : String(error);
  return typeof reason === 'string' ? reason : reason[action];
}

function explanationOf(error: unknown): Explanation | undefined {
  const code = errorCode(error);
  return explanations[aliases[code] ?? code];
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
