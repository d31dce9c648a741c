import type { NetworkDocument } from '../graph/document';

/** A known network that people start from. */
export interface Template {
  /** As the command line takes it: `lenet-5`. */
  readonly id: string;
  readonly name: string;
  /** Year of the paper. */
  readonly year: number;
  readonly paper: string;
  /** What it showed, in a sentence or two for a student. */
  readonly idea: string;
  /** A new document, laid out and with training settings that suit it. */
  create(): NetworkDocument;
}
