/** What an input brought out: a sentence that says which law it broke. */
export class FuzzFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FuzzFailure';
  }
}

/** Words that only a program says, and never to a person. */
const programWords = [
  { pattern: /\n\s+at .*(\(|:\d+:\d+)/, what: 'a stack' },
  { pattern: /\[object \w+\]/, what: 'an object as text' },
  { pattern: /\bundefined\b/, what: '"undefined"' },
  { pattern: /\bNaN\b(?! or infinite)/, what: '"NaN"' },
  {
    pattern:
      /Cannot read propert|is not a function|is not iterable|is not defined|Maximum call stack|Invalid (array|typed array) length|allocation failed/,
    what: 'an error of the program',
  },
] as const;

/** A text for people must be a sentence. `quoted`: what the input held itself, and may be repeated. */
export function checkSentence(text: string, what: string, quoted = ''): void {
  if (text.trim() === '') throw new FuzzFailure(`${what} is empty`);
  for (const { pattern, what: found } of programWords)
    if (pattern.test(text) && !pattern.test(quoted))
      throw new FuzzFailure(`${what} holds ${found}: ${JSON.stringify(text.slice(0, 400))}`);
}

/** A refusal says what is the matter, and what to do. */
export function checkRefusal(
  refusal: { readonly message: string; readonly advice: string },
  quoted = '',
): void {
  checkSentence(refusal.message, 'The message of a refusal', quoted);
  checkSentence(refusal.advice, 'The advice of a refusal', quoted);
}

/** An error that is meant for people, as AdviceError is. */
export function isAdvice(error: unknown): error is Error & { readonly advice: string } {
  return error instanceof Error && 'advice' in error && typeof error.advice === 'string';
}

/** Runs something that may refuse its input; false where it did, with a sentence. */
export async function acceptsOrAdvises(work: () => Promise<unknown>, quoted = ''): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!isAdvice(error)) throw error;
    checkRefusal(error, quoted);
    return false;
  }
}
