import type { z } from 'zod';
import { type layerSchema, modelSchema, modelSettingsSchema, shapeSchema } from './modelSchema';
import { type TensorReference, tensorReferences } from './tensorReference';

/** A model as its file describes it: layers in a row, or calls that take tensors of other calls. */
export interface ModelSpec {
  readonly name: string;
  /** In the order in which they are counted for the names of their weights. */
  readonly layers: readonly LayerSpec[];
  /** In a row, where the file says no more. */
  readonly sequential: boolean;
  readonly inputs: readonly TensorReference[];
  readonly outputs: readonly TensorReference[];
}

export interface LayerSpec {
  /** Without the package of a registered class. */
  readonly className: string;
  /** Of Keras's functions, which are no layers: `keras.src.ops.numpy`. */
  readonly module: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** What it takes with the batch axis, where the file says that; null for an open extent. */
  readonly inputShape: readonly (number | null)[] | null;
  /** Of functional models: what each of its calls takes, tensors and all else. */
  readonly calls: readonly CallSpec[];
  /** The model that it is; null for a layer. */
  readonly model: ModelSpec | null;
}

export interface CallSpec {
  readonly tensors: readonly TensorReference[];
  /** As the file has them. */
  readonly given: unknown;
}

/** Models within one another. */
const deepestModel = 16;
const modelClasses: readonly string[] = ['Sequential', 'Functional', 'Model'];

/** Reads a model's description, or returns null where it is none. */
export function modelSpec(description: unknown): ModelSpec | null {
  const { data } = modelSchema.safeParse(description);
  return data === undefined ? null : specOf(data, 0);
}

function specOf(
  { class_name, config, build_config }: z.infer<typeof modelSchema>,
  depth: number,
): ModelSpec | null {
  if (depth > deepestModel || !modelClasses.includes(baseName(class_name))) return null;
  const { data } = modelSettingsSchema.safeParse(Array.isArray(config) ? { layers: config } : config);
  if (data === undefined) return null;
  const sequential = data.input_layers === undefined;
  const layers: LayerSpec[] = [];
  for (const layer of data.layers) {
    const spec = layerSpec(layer, depth);
    if (spec === null) return null;
    layers.push(spec);
  }
  const [first] = layers;
  const shape = shapeOf(data.build_input_shape) ?? builtShape(build_config);
  if (sequential && first !== undefined && first.inputShape === null)
    layers[0] = { ...first, inputShape: shape };
  return {
    name: data.name ?? '',
    layers,
    sequential,
    inputs: tensorReferences(data.input_layers),
    outputs: tensorReferences(data.output_layers),
  };
}

function layerSpec(layer: z.infer<typeof layerSchema>, depth: number): LayerSpec | null {
  const className = baseName(layer.class_name);
  const config = Array.isArray(layer.config) ? {} : layer.config;
  const { name } = config;
  const isModel = modelClasses.includes(className);
  const model = isModel ? specOf(layer, depth + 1) : null;
  if (isModel && model === null) return null;
  return {
    className,
    module: layer.module ?? '',
    name: layer.name ?? (typeof name === 'string' ? name : model?.name) ?? className,
    config,
    inputShape:
      shapeOf(config['batch_shape']) ??
      shapeOf(config['batch_input_shape']) ??
      builtShape(layer.build_config) ??
      model?.layers[0]?.inputShape ??
      null,
    calls: (layer.inbound_nodes ?? []).map((given) => ({ tensors: tensorReferences(given), given })),
    model,
  };
}

/** `Layerwise>Gate` is Gate. */
function baseName(className: string): string {
  return className.slice(className.lastIndexOf('>') + 1);
}

function builtShape(build: unknown): readonly (number | null)[] | null {
  return typeof build === 'object' && build !== null && 'input_shape' in build
    ? shapeOf(build.input_shape)
    : null;
}

function shapeOf(value: unknown): readonly (number | null)[] | null {
  return shapeSchema.safeParse(value).data ?? null;
}
