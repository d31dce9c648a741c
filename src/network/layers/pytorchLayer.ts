import { imageShape, type Shape } from './shape';

/** A value as an argument in Python; a list becomes a tuple. */
export type PytorchValue = number | boolean | string | readonly number[] | PytorchModule;

/** A module as it is made: `nn.Conv2d(1, 6, 5, padding=2)`. */
export interface PytorchModule {
  /** A class of `nn`, or by its plain name one of code/pytorch/classes. */
  readonly type: string;
  readonly values: readonly PytorchValue[];
  /** By keyword. */
  readonly options: Readonly<Record<string, PytorchValue>>;
}

/** Where a weight of ours lies in the module. */
export interface PytorchWeight {
  /** Name within the module: `weight`, or `0.weight` within a sequence. */
  readonly parameter: string;
  /** Parameter axis i is axis order[i] of our weight, before it takes the parameter's shape; as they are where absent. */
  readonly axes?: readonly number[];
  /** What our weight is taken for before its axes move; its own shape where absent. */
  readonly shape?: Shape;
  /** The constant that the module itself starts it at; absent where it has to be set. */
  readonly start?: number;
}

/** What a layer is in PyTorch. Images are channels first there: N×C×H×W. */
export interface PytorchLayer {
  /** Null for what only passes its input on. */
  readonly module: PytorchModule | null;
  /** What the module is called with, in place of the layer's own inputs. */
  before?(x: string): string;
  /** What is written behind the call: `.permute(0, 3, 1, 2)`. */
  readonly after?: string;
  /** For each of our weights, by name. */
  readonly weights?: Readonly<Record<string, PytorchWeight>>;
  /**
   * What it makes of the order of a vector's values: `kept` where each value goes by itself, `inWeights` where its weights
   * can be put into any. Absent where the order matters.
   */
  readonly order?: 'kept' | 'inWeights';
  /** What comes out otherwise than in Layerwise, as a sentence; absent where nothing does. */
  readonly differs?: string;
  /** The loss of a batch, of the layer that has one. */
  loss?(predictions: string, labels: string): string;
}

/** Where a layer stands. */
export interface PytorchPlace {
  readonly inputs: readonly Shape[];
  readonly output: Shape;
  /**
   * Where the vector it takes holds the values of an image channels first, that image's shape. Of Flatten, the image that it
   * may lay out so.
   */
  readonly channelsFirst: Shape | null;
}

export function pytorchModule(
  type: string,
  values: readonly PytorchValue[] = [],
  options: PytorchModule['options'] = {},
): PytorchModule {
  return { type, values, options };
}

/** A layer without weights that is one module of `nn`, or of code/pytorch/classes. */
export function pytorchOnly(...module: Parameters<typeof pytorchModule>): PytorchLayer {
  return { module: pytorchModule(...module) };
}

/** An activation or the like: each value by itself. */
export function pytorchValueWise(...module: Parameters<typeof pytorchModule>): PytorchLayer {
  return { module: pytorchModule(...module), order: 'kept' };
}

/** Options without those that have PyTorch's default. */
export function unlessDefault(
  options: Readonly<Record<string, PytorchValue>>,
  defaults: Readonly<Record<string, PytorchValue>>,
): Readonly<Record<string, PytorchValue>> {
  return Object.fromEntries(
    Object.entries(options).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name]),
    ),
  );
}

/** 3 of 3×3, and (3, 5) of 3×5. */
export function squareOrPair(pair: readonly [number, number]): number | readonly number[] {
  return pair[0] === pair[1] ? pair[0] : pair;
}

/** The number without what binary fractions add: 0.1 of 1 − 0.9. */
export function roundedNumber(value: number): number {
  return Number(value.toPrecision(12));
}

/** Our kernel kh×kw×in×out as filters out×in×kh×kw. */
export const kernelAxes: readonly number[] = [3, 2, 0, 1];

/** Our depthwise kernel kh×kw×C×m as filters C·m×1×kh×kw. */
export const depthwiseAxes: readonly number[] = [2, 3, 0, 1];

/** Whether an image's values come in another order where its channels are first. */
export function hasOrder(shape: Shape): boolean {
  const image = imageShape(shape);
  return image !== null && image.channels > 1 && image.height * image.width > 1;
}

/** Channels last of a batch of images that is channels first. */
export function channelsLast(x: string): string {
  return `${x}.permute(0, 2, 3, 1)`;
}

/** Written behind a call: the way back. */
export const backToChannelsFirst = '.permute(0, 3, 1, 2)';
