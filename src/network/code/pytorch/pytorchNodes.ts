import type { Analysis, ResolvedWeight } from '../../analysis/analysis';
import type { LayerNode, NetworkDocument } from '../../graph/document';
import { mainOutput, outputsOf } from '../../graph/mainOutput';
import { wire } from '../../graph/wiring';
import type { PytorchLayer } from '../../layers/pytorchLayer';
import { hasOrder } from '../../layers/pytorchLayer';
import { layerKind } from '../../layers/registry';
import { imageShape, type Shape } from '../../layers/shape';
import { pythonNames } from '../pythonNames';

/** A layer that takes part in training, as it is written in PyTorch. */
export interface PytorchNode {
  readonly node: LayerNode;
  /** Its attribute, unique in the network. */
  readonly name: string;
  readonly layer: PytorchLayer;
  /** Ids of the layers that feed it, in the order of its inputs. */
  readonly inputs: readonly string[];
  /** Channels last, as everywhere in Layerwise. */
  readonly output: Shape;
  readonly weights: readonly ResolvedWeight[];
}

/** A network in the order in which it is computed. */
export interface PytorchNetwork {
  readonly document: NetworkDocument;
  readonly nodes: readonly PytorchNode[];
  /** Layers with a loss: the main one first, then the auxiliary heads. */
  readonly outputs: readonly PytorchNode[];
}

/** Reads a network that trains. Layers that lead to no Output are left out, as they are of training. */
export function readPytorchNetwork(document: NetworkDocument, analysis: Analysis): PytorchNetwork {
  const wiring = wire(document);
  const ids = analysis.order.filter((id) => analysis.nodes.get(id)?.usedInTraining === true);
  const found = ids.flatMap((id) => {
    const [node, known] = [wiring.nodes.get(id), analysis.nodes.get(id)];
    if (node === undefined || known?.outputShape == null) return [];
    return [{ node, known, output: known.outputShape, inputs: wiring.incoming(id).map(({ from }) => from) }];
  });
  const names = pythonNames(found.map(({ node }) => node));
  const layerOf = (channelsFirst: ReadonlyMap<string, Shape>) =>
    found.map(({ node, known, output, inputs }): PytorchNode => {
      const shapes = known.inputShapes.map((shape) => shape ?? []);
      const source = inputs[0] === undefined ? undefined : channelsFirst.get(inputs[0]);
      const image = node.kind === 'flatten' ? channelsFirst.get(node.id) : source;
      const place = { inputs: shapes, output, channelsFirst: image ?? null };
      const layer = layerKind(node.kind).pytorch(place, node.config);
      return { node, name: names.get(node.id) ?? node.id, layer, inputs, output, weights: known.weights };
    });
  const nodes = layerOf(channelsFirstVectors(layerOf(new Map())));
  const ends = outputsOf(nodes.map(({ node }) => node));
  const main = mainOutput(ends);
  const ordered = [main, ...ends.filter((end) => end !== main)];
  const outputs = ordered.flatMap((end) => nodes.filter(({ node }) => node === end));
  return { document, nodes, outputs };
}

/**
 * Vectors that may hold an image's values channels first, as PyTorch's own Flatten lays them out, with the image's shape:
 * those that lead, by layers that take values one by one, to layers alone whose weights can be put into that order.
 */
function channelsFirstVectors(nodes: readonly PytorchNode[]): ReadonlyMap<string, Shape> {
  const byId = new Map(nodes.map((node) => [node.node.id, node]));
  const followers = new Map<string, PytorchNode[]>(nodes.map(({ node }) => [node.id, []]));
  for (const node of nodes) for (const id of node.inputs) followers.get(id)?.push(node);
  const anyOrder = new Map<string, boolean>();
  for (const { node } of nodes.toReversed()) {
    const after = followers.get(node.id) ?? [];
    const fits = ({ node: { id }, layer }: PytorchNode) =>
      layer.order === 'inWeights' || (layer.order === 'kept' && anyOrder.get(id) === true);
    anyOrder.set(node.id, after.length > 0 && after.every(fits));
  }
  const images = new Map<string, Shape>();
  for (const { node, layer, inputs, output } of nodes) {
    const [from = ''] = inputs;
    if (output.length !== 1 || layer.order !== 'kept' || anyOrder.get(node.id) !== true) continue;
    const input = byId.get(from)?.output ?? [];
    const image = imageShape(input) === null ? images.get(from) : hasOrder(input) ? input : undefined;
    if (image !== undefined) images.set(node.id, image);
  }
  return images;
}
