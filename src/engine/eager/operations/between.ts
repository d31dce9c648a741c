/** The two pixels of one axis that a new one lies between, and the share of the second. */
export interface Between {
  readonly lower: number;
  readonly upper: number;
  readonly share: number;
}
