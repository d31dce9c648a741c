import { AdviceError } from '../adviceError';
import { adviseOnMemory } from './memoryLack';

/** A failure as people read it: what happened, what to do, and the technical words for the fold-out. */
export interface Failure {
  readonly message: string;
  readonly advice: string;
  readonly details: string;
}

/** Puts anything that was thrown into words. */
export function describeFailure(error: unknown): Failure {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const advised = error instanceof AdviceError ? error : adviseOnMemory(error, null);
  if (advised !== null) return { message: advised.message, advice: advised.advice, details };
  return {
    message: `The run failed: ${error instanceof Error ? error.message : String(error)}`,
    advice:
      'The network is untouched. Try again; if it happens once more, please report it with the details.',
    details,
  };
}
