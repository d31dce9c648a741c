/** What a fuzzing process tells the campaign that started it. */
export type FuzzMessage =
  | { readonly type: 'targets'; readonly targets: readonly TargetFacts[] }
  | ({ readonly type: 'failure' } & FoundFailure)
  | { readonly type: 'progress'; readonly counts: OutcomeCounts }
  | { readonly type: 'done'; readonly counts: OutcomeCounts };

export interface TargetFacts {
  readonly name: string;
  readonly about: string;
  readonly weight: number;
  readonly secondsPerInput: number;
  readonly shortInputs: number;
}

export interface OutcomeCounts {
  readonly accepted: number;
  readonly refused: number;
  readonly slowest: { readonly index: number; readonly milliseconds: number };
}

/** A fault, with the input that brings it out. */
export interface FoundFailure {
  readonly index: number;
  readonly message: string;
  readonly stack: string;
  /** For people: the input as far as it can be shown. */
  readonly shown: string;
  /** For --replay: the input as v8 serialises it, in base64. */
  readonly input: string;
}
