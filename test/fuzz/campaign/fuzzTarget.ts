import type { FuzzRandom } from './fuzzRandom';

/** What became of an input: it was taken, or refused with a sentence. Everything else is thrown. */
export type Outcome = 'accepted' | 'refused';

/** A door through which data from outside comes in. */
export interface FuzzTarget<Input = unknown> {
  readonly name: string;
  /** What people read of it in the page of results. */
  readonly about: string;
  /** Its share of a campaign's inputs, in relation to the others'. */
  readonly weight: number;
  /** An input that has not been answered after so many seconds of processor time hangs. */
  readonly secondsPerInput: number;
  /** So many inputs, in relation to the weight, are enough for a short campaign. */
  readonly shortInputs: number;
  /** Made before the first input: sample files, the engine's library. `folder` is empty, and the target's own. */
  open?(folder: string): Promise<void>;
  /** An input made of nothing but plain data, so that it can be written to a file and fed again. */
  generate(random: FuzzRandom): Input;
  /** Throws where the input brings out a fault. */
  feed(input: Input): Outcome | Promise<Outcome>;
  close?(): Promise<void>;
}
