import { AdviceError } from '../adviceError';

/** Images that a run wants are missing or broken: choosing others mends it. */
export class UnreadableDataError extends AdviceError {
  constructor(cause: AdviceError) {
    super(cause.message, cause.advice, { cause });
    this.name = 'UnreadableDataError';
  }
}
