/** A failure that people can do something about: `message` says what happened and where, `advice` what to do. */
export class AdviceError extends Error {
  readonly advice: string;

  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AdviceError';
    this.advice = advice;
  }
}
