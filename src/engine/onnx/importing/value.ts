import type { Shape } from '../../../network/layers/shape';
import type { Constant } from './constant';
import type { NamedOperator } from './namedOperator';

/**
 * How the axes of a layer's output lie in ONNX's tensor, the batch axis left out: an image as C×H×W or H×W×C, or
 * features. `channelsFirstFeatures` are features that ONNX has in the order of C×H×W and the layer in that of H×W×C.
 */
export type Order = 'channelsFirst' | 'channelsLast' | 'features' | 'channelsFirstFeatures';

/** What a layer gives. */
export interface Activation {
  readonly type: 'activation';
  /** Id of the layer, or null where something was left out that no layer stands for. */
  readonly layer: string | null;
  /** Of the layer's output, channels last; null where it isn't known. */
  readonly shape: Shape | null;
  readonly order: Order;
  /** Of channelsFirstFeatures: the image that was flattened. */
  readonly image?: Shape;
}

/** How the axes of a layer lie that keeps those of x. */
export function orderOf({ order, image }: Activation): Pick<Activation, 'order' | 'image'> {
  return image === undefined ? { order } : { order, image };
}

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
