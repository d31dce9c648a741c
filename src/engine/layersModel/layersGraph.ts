import type { KerasValue } from '../../network/layers/kerasLayer';
import { elementCount, type Shape } from '../../network/layers/shape';
import type { ModelLayer } from '../keras/functionalModel';
import type { ModelWeight } from '../keras/modelWeights';

/** Settings of a layer, by the names that Keras 2 has for them. */
export type LayerConfig = Readonly<Record<string, KerasValue>>;

/** A layer of TensorFlow.js. */
export interface GraphLayer {
  readonly name: string;
  readonly className: string;
  readonly config: LayerConfig;
  readonly inputs: readonly string[];
  readonly weights: readonly ModelWeight[];
  /** Whether training leaves its weights as they are. */
  readonly frozen: boolean;
}

/** What a layer gives: which layer of the graph makes it, and its shape. */
export interface LayerResult {
  readonly layer: string;
  readonly shape: Shape;
}

/** Writes one layer of Keras's as layers of TensorFlow.js. */
export type LayerWriter = (
  graph: LayersGraph,
  layer: ModelLayer,
  inputs: readonly LayerResult[],
) => LayerResult;

/** Collects the layers of a model. Each has the name of the layer that it is, or is a part of. */
export class LayersGraph {
  readonly #layers = new Map<string, GraphLayer>();
  readonly #taken = new Set<string>();
  #owner = '';
  #frozen = false;

  get layers(): readonly GraphLayer[] {
    return [...this.#layers.values()];
  }

  /** Names that layers of the model are to have, so that no part takes one. */
  reserve(names: readonly string[]): void {
    for (const name of names) this.#taken.add(name.toLowerCase());
  }

  /** What is added while `write` runs belongs to this layer; the one that it returns gets the layer's own name. */
  write({ name: owner, frozen }: ModelLayer, write: () => LayerResult): LayerResult {
    this.#owner = owner;
    this.#frozen = frozen;
    const { layer, shape } = write();
    const made = this.#layers.get(layer);
    // A layer that TensorFlow.js needs none for passes on what it is given.
    if (made === undefined || !layer.startsWith(`${owner}.`)) return { layer, shape };
    this.#layers.delete(layer);
    this.#layers.set(owner, { ...made, name: owner });
    return { layer: owner, shape };
  }

  /** Adds a layer and returns what it gives. */
  add(
    className: string,
    inputs: readonly LayerResult[],
    shape: Shape,
    config: LayerConfig = {},
    weights: readonly ModelWeight[] = [],
  ): LayerResult {
    for (const weight of weights)
      if (elementCount(weight.shape) !== weight.values.length)
        throw new Error(
          `${this.#owner} has ${weight.values.length} values for ${weight.name} of ${weight.shape}.`,
        );
    const name = this.#freeName(`${this.#owner}.${className.replace('2D', '')}`);
    const fed = this.#apart(inputs);
    const own = Object.entries(config).filter(([key]) => !key.endsWith('_initializer'));
    this.#layers.set(name, {
      name,
      className,
      // Weights are read from the file, never drawn.
      config: Object.fromEntries(own),
      inputs: fed,
      weights,
      frozen: this.#frozen,
    });
    return { layer: name, shape };
  }

  /** The same values, row-major, in another shape. */
  reshape(x: LayerResult, shape: Shape): LayerResult {
    return this.add('Reshape', [x], shape, { target_shape: shape });
  }

  /** Axis i of what comes out is axis `order[i]` of what goes in, counted from 0 without the batch axis. */
  permute(x: LayerResult, order: readonly number[]): LayerResult {
    const shape = order.map((axis) => x.shape[axis] ?? 1);
    return this.add('Permute', [x], shape, { dims: order.map((axis) => axis + 1) });
  }

  /** Rows `top` to `bottom` (without it) and columns `left` to `right` of an image. */
  crop(
    x: LayerResult,
    [top, bottom]: readonly [number, number],
    [left, right]: readonly [number, number],
  ): LayerResult {
    const [height = 0, width = 0, channels = 0] = x.shape;
    if (top === 0 && left === 0 && bottom === height && right === width) return x;
    const cropping = [
      [top, height - bottom],
      [left, width - right],
    ];
    return this.add('Cropping2D', [x], [bottom - top, right - left, channels], { cropping });
  }

  /** Joins along an axis, counted from 0 without the batch axis. */
  join(parts: readonly LayerResult[], axis: number): LayerResult {
    const [first] = parts;
    if (first === undefined) throw new Error('Nothing is to be joined.');
    if (parts.length === 1) return first;
    const extent = parts.reduce((sum, { shape }) => sum + (shape[axis] ?? 0), 0);
    return this.add('Concatenate', parts, first.shape.with(axis, extent), { axis: axis + 1 });
  }

  /** Each channel times a weight, plus another where one is given. */
  scaleChannels(x: LayerResult, factors: ModelWeight, offsets?: ModelWeight): LayerResult {
    const channels = x.shape.at(-1) ?? 1;
    const image = x.shape.length === 3 ? x : this.reshape(x, [1, 1, channels]);
    const kernel = { ...factors, name: 'depthwise_kernel', shape: [1, 1, channels, 1] };
    const weights = offsets === undefined ? [kernel] : [kernel, { ...offsets, name: 'bias' }];
    const config = { kernel_size: [1, 1], use_bias: offsets !== undefined };
    const scaled = this.add('DepthwiseConv2D', [image], image.shape, config, weights);
    return image === x ? scaled : this.reshape(scaled, x.shape);
  }

  /** TensorFlow.js frees a value that a layer takes twice when it has taken it once: the second one is a copy. */
  #apart(inputs: readonly LayerResult[]): readonly string[] {
    const names: string[] = [];
    for (const input of inputs)
      names.push(
        names.includes(input.layer)
          ? this.add('Rescaling', [input], input.shape, { scale: 1 }).layer
          : input.layer,
      );
    return names;
  }

  #freeName(stem: string): string {
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? stem : `${stem}_${number}`;
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}
