import type { Analysis } from '../../network/analysis/analysis';
import { type KerasNode, readKerasNetwork } from '../../network/code/keras/kerasNodes';
import { manyInputs, modelName, namedCalls } from '../../network/code/keras/namedCalls';
import type { NetworkDocument } from '../../network/graph/document';
import type { KerasCall } from '../../network/layers/kerasLayer';
import type { Shape } from '../../network/layers/shape';
import { evaluatedLayers, trainedLayers } from '../execution/trainedLayers';
import { innerShape } from './innerShape';
import { type ModelWeight, modelWeights } from './modelWeights';

/** A layer of a functional model of Keras's, as files of models hold it. */
export interface ModelLayer {
  /** Unique in the model. */
  readonly name: string;
  /** The layer on the canvas that it is, or is a part of. */
  readonly label: string;
  /** A class of `keras.layers`, or one of network/code/keras/classes. */
  readonly className: string;
  /** Its settings without those that have Keras's default, and without its name. */
  readonly arguments: KerasCall['arguments'];
  /** Names of the layers that feed it. */
  readonly inputs: readonly string[];
  /** Whether training leaves its weights as they are. */
  readonly frozen: boolean;
  /** It is called on a list, also of one. */
  readonly takesList: boolean;
  readonly inputShapes: readonly Shape[];
  readonly outputShape: Shape;
  /** In the order in which Keras's layer has them. */
  readonly weights: readonly ModelWeight[];
}

/** A network that answers as a functional model of Keras's. */
export interface FunctionalModel {
  readonly name: string;
  /** In an order in which they can be computed. */
  readonly layers: readonly ModelLayer[];
  /** Names of the layers that take the images and give the predictions. */
  readonly input: string;
  readonly output: string;
}

/** What leads to the main Output, with weights by `node/name`. Throws where a weight has no values. */
export function functionalModel(
  document: NetworkDocument,
  analysis: Analysis,
  weights: ReadonlyMap<string, Float32Array>,
): FunctionalModel {
  const answering = new Set(evaluatedLayers(trainedLayers(document, analysis)).map(({ node: { id } }) => id));
  const { nodes, outputs } = readKerasNetwork(document, analysis);
  const shapes = new Map(nodes.map(({ node, output }) => [node.id, output]));
  /** By node id, the layer whose result it passes on. */
  const results = new Map<string, string>();
  const layers = nodes.flatMap((node): readonly ModelLayer[] => {
    const { id } = node.node;
    if (!answering.has(id)) return [];
    const inputs = node.inputs.flatMap((input) => results.get(input) ?? []);
    const made = layersOf(
      node,
      inputs,
      node.inputs.map((input) => shapes.get(input) ?? []),
      weights,
    );
    const result = made.at(-1)?.name ?? inputs[0];
    if (result !== undefined) results.set(id, result);
    return made;
  });
  const input = layers.find(({ className }) => className === 'Input');
  const output = results.get(outputs[0]?.node.id ?? '');
  if (input === undefined || output === undefined)
    throw new Error('The network has no way from an input to an output: its analysis should have said so.');
  return { name: modelName(document.name), layers, input: input.name, output };
}

function layersOf(
  node: KerasNode,
  inputs: readonly string[],
  inputShapes: readonly Shape[],
  weights: ReadonlyMap<string, Float32Array>,
): readonly ModelLayer[] {
  const calls = namedCalls(node);
  let [feeding, shapes] = [inputs, inputShapes];
  return calls.map((call, index) => {
    const { name, ...settings } = call.arguments;
    if (typeof name !== 'string') throw new Error('A layer of the Keras model has no name.');
    const last = index === calls.length - 1;
    const outputShape = last ? node.output : innerShape(call, shapes[0] ?? [], node.output);
    const layer: ModelLayer = {
      name,
      label: node.node.label,
      className: call.className,
      arguments: settings,
      inputs: feeding,
      frozen: node.node.frozen === true,
      takesList: index === 0 && manyInputs.has(node.node.kind),
      inputShapes: shapes,
      outputShape,
      weights: modelWeights(node, call, shapes[0] ?? [], weights),
    };
    feeding = [name];
    shapes = [outputShape];
    return layer;
  });
}
