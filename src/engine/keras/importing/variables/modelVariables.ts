import type { LayerSpec, ModelSpec } from '../modelSpec';

/** A weight as a file holds it. */
export interface StoredVariable {
  /** Where it lies in the file, for messages. */
  readonly path: string;
  readonly shape: readonly number[];
  /** Row-major. Throws an Error that says what is wrong: "is of a type that no weight has". */
  values(): Float32Array;
}

/** The weights of a model's layers in a file. */
export interface ModelVariables {
  /** Those of one layer in Keras's order: trainable ones first. Null in a file that has no weights at all. */
  ofLayer(layer: LayerSpec): readonly StoredVariable[] | null;
  /** Those of a model within the model. */
  ofModel(layer: LayerSpec, model: ModelSpec): ModelVariables;
}

/** Of a file that holds an architecture alone. */
export const noVariables: ModelVariables = {
  ofLayer: () => null,
  ofModel: () => noVariables,
};
