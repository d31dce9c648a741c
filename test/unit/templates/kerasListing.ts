import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { elementCount } from '../../../src/network/layers/shape';

/** A layer as both sides have it. */
interface ListedLayer {
  readonly kind: string;
  readonly shape: readonly number[];
  readonly trainable: number;
  readonly nonTrainable: number;
  /** Height and width of the window, and its strides; empty where nothing slides. */
  readonly window: readonly number[];
  /** The layers that feed it, in order. */
  readonly inputs: readonly ListedLayer[];
}

/** A layer of Keras as the script records it. */
export type KerasLayer = readonly [
  type: string,
  name: string,
  inputs: readonly number[],
  shape: readonly number[],
  trainable: number,
  nonTrainable: number,
  window: readonly number[],
  activation: string,
];

const kinds: Readonly<Record<string, string>> = {
  InputLayer: 'input',
  Conv2D: 'conv2d',
  BatchNormalization: 'batchNorm',
  MaxPooling2D: 'maxPool2d',
  AveragePooling2D: 'averagePool2d',
  GlobalAveragePooling2D: 'globalAveragePool2d',
  Flatten: 'flatten',
  Dense: 'dense',
  Add: 'add',
  Concatenate: 'concat',
};

/**
 * One line for each layer, those that feed a layer before it, with the numbers of their lines: equal lists are equal
 * graphs.
 */
export function kerasListing(layers: readonly KerasLayer[]): readonly string[] {
  const listed: ListedLayer[] = [];
  for (const [type, name, feeding, shape, trainable, nonTrainable, window, activation] of layers) {
    const inputs = feeding.map((place) => known(listed[place], name));
    const [input] = inputs;
    const activated = (layer: ListedLayer): ListedLayer =>
      // The loss of Layerwise's output takes the softmax.
      activation === ''
        ? layer
        : { ...free(shape), kind: activation === 'softmax' ? 'output' : activation, inputs: [layer] };
    // Padding is a setting of the layer behind it.
    if (type === 'ZeroPadding2D') listed.push(known(input, name));
    else if (type === 'Activation') listed.push(activated(known(input, name)));
    else
      listed.push(
        activated({ kind: known(kinds[type], type), shape, trainable, nonTrainable, window, inputs }),
      );
  }
  return lines(known(listed.at(-1), 'the last layer'));
}

/** The same of a document. */
export function documentListing(document: NetworkDocument): readonly string[] {
  const analysis = analyse(document);
  const listed = new Map<string, ListedLayer>();
  for (const id of analysis.order) {
    const node = known(
      document.nodes.find((other) => other.id === id),
      id,
    );
    const { outputShape, weights } = known(analysis.nodes.get(id), id);
    const feeding = document.edges.filter(({ to }) => to === id).toSorted((a, b) => a.input - b.input);
    const count = (trainable: boolean): number =>
      weights
        .filter((weight) => weight.trainable === trainable)
        .reduce((sum, { shape }) => sum + elementCount(shape), 0);
    const { kernelSize, poolSize, strides } = node.config;
    listed.set(id, {
      kind: node.kind,
      shape: known(outputShape, id),
      trainable: count(true),
      nonTrainable: count(false),
      window: [kernelSize ?? poolSize ?? [], strides ?? []].flat().map(Number),
      inputs: feeding.map(({ from }) => known(listed.get(from), from)),
    });
  }
  return lines(known(listed.get(known(analysis.order.at(-1), 'the output')), 'the output'));
}

function lines(end: ListedLayer): readonly string[] {
  const texts: string[] = [];
  const places = new Map<ListedLayer, number>();
  const add = (layer: ListedLayer): number => {
    const place = places.get(layer);
    if (place !== undefined) return place;
    const inputs = joined(layer).map(add);
    const { kind, shape, trainable, nonTrainable, window } = layer;
    texts.push(
      `${texts.length}: ${kind} ${window.join(',')} of ${inputs.join(',')}: ${shape.join('×')}, ${trainable} + ${nonTrainable}`,
    );
    places.set(layer, texts.length - 1);
    return texts.length - 1;
  };
  add(end);
  return texts;
}

/** What feeds a layer; a concatenation of concatenations is one. */
function joined({ kind, inputs }: ListedLayer): readonly ListedLayer[] {
  return kind === 'concat'
    ? inputs.flatMap((input) => (input.kind === 'concat' ? joined(input) : [input]))
    : inputs;
}

function free(shape: readonly number[]): ListedLayer {
  return { kind: '', shape, trainable: 0, nonTrainable: 0, window: [], inputs: [] };
}

function known<Value>(value: Value | null | undefined, name: string): Value {
  if (value === null || value === undefined) throw new Error(`Nothing is known of ${name}.`);
  return value;
}
