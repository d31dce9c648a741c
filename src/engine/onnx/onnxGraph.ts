import type { Shape } from '../../network/layers/shape';
import { elementCount } from '../../network/layers/shape';
import {
  type AttributeValue,
  attributeProto,
  elementType,
  type NodeProto,
  type TensorProto,
} from './messages';
import { type ActivationTensor, imageOf, type OnnxTensor, type WeightTensor } from './onnxTensor';

/** Attributes by name; those that are undefined are left out. */
export type Attributes = { readonly [name: string]: AttributeValue | undefined };

interface Draft extends Omit<NodeProto, 'input'> {
  readonly input: string[];
}

/** Collects the nodes and initialisers of a graph, named after the layer that they belong to. */
export class OnnxGraph {
  readonly #nodes = new Map<string, Draft>();
  readonly #initialisers = new Map<string, TensorProto>();
  readonly #names = new Set<string>();
  #layer = '';
  #turned = false;

  get nodes(): readonly NodeProto[] {
    return [...this.#nodes.values()];
  }

  get initialisers(): readonly TensorProto[] {
    return [...this.#initialisers.values()];
  }

  /** What is added from here on belongs to this layer. */
  enter(layer: string): void {
    this.#layer = layer;
  }

  /** Adds a node with one output of this shape (channels last, no batch axis), and returns it. */
  add(
    opType: string,
    inputs: readonly (OnnxTensor | string)[],
    shape: Shape,
    attributes: Attributes = {},
  ): ActivationTensor {
    const name = this.#freeName(`${this.#layer}/${opType}`);
    this.#nodes.set(name, {
      name,
      opType,
      input: inputs.map((input) => this.#nameOf(input)),
      output: [name],
      attribute: Object.entries(attributes).flatMap(([key, value]) =>
        value === undefined ? [] : [attributeProto(key, value)],
      ),
    });
    return { type: 'activation', name, shape };
  }

  /** Whether one of these ops with two inputs made `tensor`, so that it can take a third: a convolution its bias. */
  accepts({ name }: OnnxTensor, opTypes: readonly string[]): boolean {
    const node = this.#nodes.get(name);
    return node !== undefined && opTypes.includes(node.opType) && node.input.length === 2;
  }

  isMadeBy({ name }: OnnxTensor, opType: string): boolean {
    return this.#nodes.get(name)?.opType === opType;
  }

  addInput({ name }: OnnxTensor, input: string): void {
    this.#nodes.get(name)?.input.push(input);
  }

  /** A weight's values with these extents, under the weight's name. */
  weight({ name }: WeightTensor, dims: readonly number[], values: Float32Array): string {
    return this.#initialiser(name, dims, values, elementType.float);
  }

  /** Constant floats. */
  floats(what: string, dims: readonly number[], values: readonly number[]): string {
    const name = this.#freeName(`${this.#layer}/${what}`);
    return this.#initialiser(name, dims, Float32Array.from(values), elementType.float);
  }

  /** Constant integers, as shapes and sides are given. */
  integers(what: string, values: readonly number[]): string {
    const name = this.#freeName(`${this.#layer}/${what}`);
    return this.#initialiser(
      name,
      [values.length],
      BigInt64Array.from(values.map(BigInt)),
      elementType.int64,
    );
  }

  /** An image batch in the op set's own order, N×H×W×C; anything else as it is. For ops that join or split axes. */
  channelsLast(x: OnnxTensor): OnnxTensor {
    return x.shape.length === 3 ? this.add('Transpose', [x], x.shape, { perm: [0, 2, 3, 1] }) : x;
  }

  /** Axes in an order that is neither of the two layouts: onnxruntime may carry it on to nodes behind this one. */
  turn(x: OnnxTensor, shape: Shape, perm: readonly number[]): ActivationTensor {
    this.#turned = true;
    return this.add('Transpose', [x], shape, { perm });
  }

  /** Whether any axes have been turned so far. */
  get turned(): boolean {
    return this.#turned;
  }

  /** What `channelsLast` gave, or something of its order, as tensors lie in this graph. */
  channelsFirst(x: OnnxTensor): OnnxTensor {
    return x.shape.length === 3 ? this.add('Transpose', [x], x.shape, { perm: [0, 3, 1, 2] }) : x;
  }

  /** One value for each channel, so that it is broadcast over the positions of `x`. */
  perChannel(values: WeightTensor, x: OnnxTensor): string {
    const count = elementCount(values.shape);
    return this.weight(values, x.shape.length === 3 ? [imageOf(x).channels, 1, 1] : [count], values.values);
  }

  #nameOf(input: OnnxTensor | string): string {
    if (typeof input === 'string') return input;
    return input.type === 'activation' ? input.name : this.weight(input, input.shape, input.values);
  }

  #initialiser(
    name: string,
    dims: readonly number[],
    values: Float32Array | BigInt64Array,
    dataType: number,
  ): string {
    const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.#initialisers.set(name, { name, dims, dataType, rawData });
    return name;
  }

  #freeName(stem: string): string {
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? stem : `${stem}_${number}`;
      if (this.#names.has(name)) continue;
      this.#names.add(name);
      return name;
    }
  }
}
