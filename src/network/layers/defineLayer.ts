import type { ConfigOf, Fields } from './fields';
import type { InitialiserChoice } from './initialisers';
import type { KerasLayer, KerasPlace } from './kerasLayer';
import type { LossOps, Ops, Pair } from './ops';
import type { PytorchLayer, PytorchPlace } from './pytorchLayer';
import type { Shape } from './shape';

/** Palette sections, in the order in which they are shown. */
export const layerCategories = [
  'core',
  'convolution',
  'pooling',
  'normalization',
  'activation',
  'merge',
  'shape',
  'regularization',
] as const;
export type LayerCategory = (typeof layerCategories)[number];

/** What is wrong with a layer as it stands, and what would help. Both are whole sentences. */
export interface LayerProblem {
  readonly message: string;
  readonly advice: string;
}

export type ShapeResult = { readonly shape: Shape } | { readonly problem: LayerProblem };

export interface WeightDeclaration {
  /** Name within the layer, as in Keras: kernel, bias, gamma, beta, movingMean, movingVariance. */
  readonly name: string;
  readonly shape: Shape;
  /** `auto` suits the activation that follows; it is settled by the analysis (see initialisers.ts). */
  readonly initialiser: InitialiserChoice;
  /** Inputs and outputs of one unit, for Glorot, He and LeCun; absent for constants. */
  readonly fans?: { readonly fanIn: number; readonly fanOut: number };
  /** False for moving statistics, which are carried along but never follow a gradient. */
  readonly trainable: boolean;
  /** Weight decay pulls on kernels only, never on biases, scales or statistics. */
  readonly decays: boolean;
}

/** What a position of a layer's output sees of its input, in height and width; the gaps of a dilation count. */
export interface Reach {
  /** Extent of the input that one position of the output depends on. */
  readonly window: Pair;
  /** Step on the input between two neighbours of the output; below 1 where the layer enlarges the image. */
  readonly strides: Pair;
}

/** The weights of one layer as its forward pass sees them, by name. */
export type WeightTensors<Tensor> = { readonly [name: string]: Tensor };

/** How many tensors a layer takes. `many` grows an input for each edge (Add, Concat). */
export type LayerInputs = 'none' | 'one' | 'many';

export interface LayerDefinition<F extends Fields> {
  /** The id that projects are saved with, equal to the file's name. */
  readonly kind: string;
  /** Name in the palette. */
  readonly label: string;
  readonly category: LayerCategory;
  /** Place within its category in the palette, from the top. */
  readonly rank: number;
  /** Name of the layer's glyph, drawn by the window. */
  readonly glyph: string;
  /** One or two sentences that a student understands. */
  readonly summary: string;
  /** Stem of the names that new layers get: `conv` gives conv1, conv2, … */
  readonly stem: string;
  /** What papers call it, where its label is too long for a tag on another layer's card: BN. */
  readonly tag?: string;
  /** A single key that adds the layer in the editor. */
  readonly shortcut?: string;
  readonly inputs: LayerInputs;
  /** True for the layer that ends the network and holds its loss; nothing can follow it. */
  readonly terminal?: boolean;
  /** Set on activations: which initialiser suits a weight in front of it. */
  readonly suits?: 'he' | 'glorot';
  /** True where the sign and scale of values pass through (pooling, reshaping, normalisation): `auto` looks behind it. */
  readonly transparent?: boolean;
  readonly fields: F;
  /** Title on the card: `Conv 5×5, 6`. */
  title(config: ConfigOf<F>): string;
  /** Output shape for the given input shapes (no batch axis), or what is wrong with them. Never throws. */
  outputShape(inputs: readonly Shape[], config: ConfigOf<F>): ShapeResult;
  /** The layer's weights for valid inputs; empty where it has none. */
  weights(inputs: readonly Shape[], config: ConfigOf<F>): readonly WeightDeclaration[];
  /** Multiply-adds of convolutions and dense layers for one example; other layers count zero, as in the papers. */
  macs(inputs: readonly Shape[], output: Shape, config: ConfigOf<F>): number;
  /**
   * What one position of the output sees of the input, for layers that keep an image an image. Absent where each
   * position sees its own only; what turns an image into features sees all of it.
   */
  reach?(inputs: readonly Shape[], config: ConfigOf<F>): Reach;
  /** The forward pass on a batch. */
  forward<Tensor>(
    ops: Ops<Tensor>,
    inputs: readonly Tensor[],
    weights: WeightTensors<Tensor>,
    config: ConfigOf<F>,
  ): Tensor;
  /** Loss and metric of a batch (scalars); only the terminal layer has them. */
  objective?<Tensor>(
    ops: LossOps<Tensor>,
    predictions: Tensor,
    labels: Tensor,
    config: ConfigOf<F>,
  ): { readonly loss: Tensor; readonly metric: Tensor };
  /** What the layer is in PyTorch. */
  pytorch(place: PytorchPlace, config: ConfigOf<F>): PytorchLayer;
  /** What the layer is in Keras. */
  keras(place: KerasPlace, config: ConfigOf<F>): KerasLayer;
}

/** A layer kind with the type of its settings forgotten, as the registry holds it. */
export type LayerKind = LayerDefinition<Fields>;

/**
 * Defines a layer kind. Settings are typed from the field declarations; methods take settings that were
 * checked against them.
 */
export function defineLayer<const F extends Fields>(definition: LayerDefinition<F>): LayerDefinition<F> {
  return definition;
}

/** The first of a weight's tensors, which a layer that declares it always has. */
export function weight<Tensor>(weights: WeightTensors<Tensor>, name: string): Tensor {
  const tensor = weights[name];
  if (tensor === undefined) throw new Error(`The executor gave no weight named "${name}".`);
  return tensor;
}

/** The only input of a one-input layer. */
export function only<Item>(inputs: readonly Item[]): Item {
  const [first] = inputs;
  if (first === undefined) throw new Error('The layer was called without its input.');
  return first;
}
