import type { Activation } from '../../importing/activation';
import type { NamedOperator } from '../../importing/namedOperator';
import type { Constant } from './constant';

/** A function of single values that is not a layer yet, as long as more of it may follow. */
export interface Formula {
  readonly type: 'formula';
  readonly of: Activation;
  apply(x: number): number;
  /** Operators that it is made of. */
  readonly depth: number;
  /** What the last operator took, and what it does: for the case that the whole is no layer. */
  readonly operands: readonly (Activation | Formula)[];
  /** The last operator. */
  readonly made: NamedOperator;
  /** The last operator alone, as a function of its first operand. */
  last(x: number): number;
}

/** Steps of a pattern of several operators that make one layer; `name` says which. */
export interface Step {
  readonly type: 'step';
  readonly name: 'grouped' | 'groupNormalised' | 'rowMeans' | 'row' | 'difference' | 'square' | 'distance';
  readonly of: Activation;
  /** Groups, epsilon, extents. */
  readonly numbers: readonly number[];
  readonly constant?: Constant;
}

export type Value = Constant | Activation | Formula | Step;
