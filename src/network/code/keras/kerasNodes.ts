import type { Analysis, ResolvedWeight } from '../../analysis/analysis';
import type { LayerNode, NetworkDocument } from '../../graph/document';
import { mainOutput, outputsOf } from '../../graph/mainOutput';
import { wire } from '../../graph/wiring';
import type { KerasLayer } from '../../layers/kerasLayer';
import { layerKind } from '../../layers/registry';
import type { Shape } from '../../layers/shape';
import { pythonNames } from '../pythonNames';
import { resultVariables } from '../resultVariables';

/** A layer that takes part in training, as it is written in Keras. */
export interface KerasNode {
  readonly node: LayerNode;
  /** Name of its last layer in the model, unique there: the label, unless Keras has no such names. */
  readonly layerName: string;
  /** Variable that holds its result. */
  readonly variable: string;
  readonly layer: KerasLayer;
  /** Ids of the layers that feed it, in the order of its inputs. */
  readonly inputs: readonly string[];
  readonly output: Shape;
  readonly weights: readonly ResolvedWeight[];
}

/** A network in the order in which it is computed. */
export interface KerasNetwork {
  readonly document: NetworkDocument;
  readonly nodes: readonly KerasNode[];
  /** Layers with a loss: the main one first, then the auxiliary heads. */
  readonly outputs: readonly KerasNode[];
}

/** Reads a network that trains. Layers that lead to no Output are left out, as they are of training. */
export function readKerasNetwork(document: NetworkDocument, analysis: Analysis): KerasNetwork {
  const wiring = wire(document);
  const ids = analysis.order.filter((id) => analysis.nodes.get(id)?.usedInTraining === true);
  const found = ids.flatMap((id) => {
    const [node, known] = [wiring.nodes.get(id), analysis.nodes.get(id)];
    if (node === undefined || known?.outputShape == null) return [];
    const place = { inputs: known.inputShapes.map((shape) => shape ?? []), output: known.outputShape };
    const layer = layerKind(node.kind).keras(place, node.config);
    const inputs = wiring.incoming(id).map(({ from }) => from);
    return [{ node, layer, inputs, output: known.outputShape, weights: known.weights }];
  });
  const names = pythonNames(found.map(({ node }) => node));
  const layerNames = kerasNames(
    found.map(({ node }) => node),
    names,
  );
  const variables = resultVariables(
    found.map(({ node: { id }, layer, inputs }) => ({
      id,
      name: names.get(id) ?? id,
      inputs,
      passesOn: layer.layers.length === 0,
    })),
  );
  const inputOf = found.find(({ node }) => node.kind === 'input')?.node.id;
  const nodes = found.map((one): KerasNode => {
    const { id } = one.node;
    const variable = id === inputOf ? 'inputs' : (variables.get(id) ?? 'x');
    return { ...one, layerName: layerNames.get(id) ?? id, variable };
  });
  const ends = outputsOf(nodes.map(({ node }) => node));
  const main = mainOutput(ends);
  const ordered = [main, ...ends.filter((end) => end !== main)];
  return { document, nodes, outputs: ordered.flatMap((end) => nodes.filter(({ node }) => node === end)) };
}

/** A name for each layer of the model: its label, where TensorFlow takes that as a scope; else its name in Python. */
function kerasNames(
  nodes: readonly LayerNode[],
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const used = new Set<string>();
  const found = new Map<string, string>();
  for (const { id, label } of nodes) {
    const plain = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(label) ? label : (names.get(id) ?? id);
    let name = plain;
    for (let number = 2; used.has(name.toLowerCase()); number++) name = `${plain}_${number}`;
    used.add(name.toLowerCase());
    found.set(id, name);
  }
  return found;
}
