import { AdviceError } from '../adviceError';

/** A failure as people read it: what happened, what to do, and the technical words for the fold-out. */
export interface Failure {
  readonly message: string;
  readonly advice: string;
  readonly details: string;
}

/** TensorFlow's words for a lack of memory. */
const outOfMemory =
  /\bOOM\b|RESOURCE_EXHAUSTED|ResourceExhausted|failed to allocate|bad_alloc|Array buffer allocation/i;

/** Puts anything that was thrown into words. */
export function describeFailure(error: unknown): Failure {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (error instanceof AdviceError) return { message: error.message, advice: error.advice, details };
  if (outOfMemory.test(details))
    return {
      message: 'There is not enough memory for this network at this batch size.',
      advice: 'Choose a smaller batch, or close programs that use the memory.',
      details,
    };
  return {
    message: `The run failed: ${error instanceof Error ? error.message : String(error)}`,
    advice:
      'The network is untouched. Try again; if it happens once more, please report it with the details.',
    details,
  };
}
