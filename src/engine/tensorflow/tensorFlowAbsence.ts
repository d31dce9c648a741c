import { assertNever } from '../../network/assertNever';

/** Why native TensorFlow does not run here. */
export type TensorFlowAbsence =
  /** LAYERWISE_TENSORFLOW=wasm asks for the fallback. */
  | { readonly reason: 'notWanted' }
  /** The npm package with the addon's source is not installed. */
  | { readonly reason: 'packageMissing' }
  /** The addon was never compiled or downloaded. */
  | { readonly reason: 'addonMissing' }
  /** The addon is there and a library that it is linked against is not; null where the loader doesn't name it. */
  | { readonly reason: 'libraryMissing'; readonly library: string | null }
  /** Addon or library were made for another system, processor or C library, or are cut off. */
  | { readonly reason: 'wrongSystem'; readonly detail: string }
  /** Anything else, in the loader's words. */
  | { readonly reason: 'failed'; readonly detail: string };

/** Thrown where native TensorFlow can't be loaded. */
export class TensorFlowAbsentError extends Error {
  readonly absence: TensorFlowAbsence;

  constructor(absence: TensorFlowAbsence, options?: ErrorOptions) {
    super(`Native TensorFlow could not be loaded (${describeAbsence(absence)}).`, options);
    this.name = 'TensorFlowAbsentError';
    this.absence = absence;
  }
}

/** The reason in a few words, as they follow "because". */
export function describeAbsence(absence: TensorFlowAbsence): string {
  switch (absence.reason) {
    case 'notWanted':
      return 'LAYERWISE_TENSORFLOW=wasm asks to do without it';
    case 'packageMissing':
      return "the package with TensorFlow's addon isn't installed";
    case 'addonMissing':
      return "TensorFlow's native library isn't installed here";
    case 'libraryMissing':
      return `${absence.library ?? 'a library of TensorFlow'} is missing`;
    case 'wrongSystem':
      return `the TensorFlow that is installed doesn't fit this system: ${absence.detail}`;
    case 'failed':
      return `TensorFlow could not be loaded: ${absence.detail}`;
    default:
      return assertNever(absence);
  }
}

/** How the loaders of Linux (glibc, musl), macOS and Windows say that a library is missing. */
const missingLibrary = [
  /([^\s:]+): cannot open shared object file: No such file/,
  /Error loading shared library ([^\s:]+): No such file/,
  /Library not loaded: (\S+)/,
  /The specified module could not be found/,
];

/** And that a file was made for another system or processor, or is cut off. */
const wrongSystem =
  /invalid ELF header|wrong ELF class|file too short|Exec format error|version `\S+' not found|incompatible architecture|slice is not valid mach-o|not a valid Win32 application/;

/** Why an addon did not load, from the message of the error that Node's `require` threw. */
export function absenceFromLoader(message: string): TensorFlowAbsence {
  const [detail = ''] = message.split('\n', 1);
  if (wrongSystem.test(message)) return { reason: 'wrongSystem', detail };
  for (const pattern of missingLibrary) {
    const found = pattern.exec(message);
    if (found !== null) return { reason: 'libraryMissing', library: found[1] ?? null };
  }
  return { reason: 'failed', detail };
}
