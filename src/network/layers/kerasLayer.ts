import type { Shape } from './shape';

/** A value as an argument in Keras; a list becomes a tuple in Python. */
export type KerasValue =
  | number
  | boolean
  | string
  | null
  | readonly number[]
  | readonly (readonly number[])[]
  | KerasObject;

/** What a layer is made with beside plain values: an initialiser. */
export interface KerasObject {
  /** A class of `keras.initializers`. */
  readonly className: string;
  readonly arguments: Readonly<Record<string, number>>;
}

/** A layer of Keras as it is made: its class and settings, those left out that have Keras's default. */
export interface KerasCall {
  /** A class of `keras.layers`, or one of code/keras/classes. */
  readonly className: string;
  readonly arguments: Readonly<Record<string, KerasValue>>;
  /**
   * Our weights by name, in the order in which Keras's layer has them, each with the argument that takes its initialiser;
   * null where it starts as it should. Those that the layer doesn't declare are left out. Values lie in the same order on
   * both sides, row-major, though Keras may give them another shape.
   */
  readonly weights: Readonly<Record<string, string | null>>;
}

/** Where a layer stands. */
export interface KerasPlace {
  readonly inputs: readonly Shape[];
  readonly output: Shape;
}

/** What a layer is in Keras. Images are channels last there too. */
export interface KerasLayer {
  /** One after the other; the last one carries the layer's name. None where the input is only passed on. */
  readonly layers: readonly KerasCall[];
  /** The loss, of the layer that has one: a class of `keras.losses` or one of code/keras/classes. */
  readonly loss?: Pick<KerasCall, 'className' | 'arguments'>;
  /** What comes out otherwise than in Layerwise, as a sentence; absent where nothing does. */
  readonly differs?: string;
}

export function kerasCall(
  className: string,
  settings: KerasCall['arguments'] = {},
  weights: KerasCall['weights'] = {},
): KerasCall {
  return { className, arguments: settings, weights };
}

/** A layer that is one layer in Keras too. */
export function kerasOnly(...call: Parameters<typeof kerasCall>): KerasLayer {
  return { layers: [kerasCall(...call)] };
}

/** Settings without those that have Keras's default. */
export function unlessKerasDefault(
  settings: KerasCall['arguments'],
  defaults: KerasCall['arguments'],
): KerasCall['arguments'] {
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name]),
    ),
  );
}

/** 3 of 3×3, and [3, 5] of 3×5. */
export function kerasPair([height, width]: readonly [number, number]): number | readonly number[] {
  return height === width ? height : [height, width];
}

/** Where a kernel and a bias of ours lie in Keras's dense and convolutional layers. */
export const kernelAndBias: KerasCall['weights'] = {
  kernel: 'kernel_initializer',
  bias: 'bias_initializer',
};
