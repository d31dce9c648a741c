/** An operator as the file names it. */
export interface NamedOperator {
  readonly name: string;
  readonly opType: string;
}
