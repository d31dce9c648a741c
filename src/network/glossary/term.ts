/** A term of deep learning, as a student asks for it. */
export interface Term {
  readonly name: string;
  /** Words that stand for it in running text besides its name. */
  readonly spellings: readonly string[];
  /** What it is, in a sentence or two. */
  readonly sentence: string;
  /** In Unicode; null where words say it all. */
  readonly formula: string | null;
  /** Where it comes from: authors and year, title; null where it is older than anyone can tell. */
  readonly paper: string | null;
}

export type Terms = Readonly<Record<string, Term>>;
