import type { Analysis } from '../../analysis/analysis';
import type { NetworkDocument } from '../../graph/document';
import { serialiseProject } from '../../graph/projectFile';
import { codeText } from '../codeLines';
import { projectReadme } from './projectReadme';
import { pytorchModel } from './pytorchModel';
import { type PytorchNetwork, type PytorchNode, readPytorchNetwork } from './pytorchNodes';

const files = import.meta.glob<string>('./project/*', { eager: true, query: '?raw', import: 'default' });

/**
 * The files of a PyTorch project that trains the network as Layerwise would, by name. `version` is Layerwise's. Weights
 * come beside them, as weights.safetensors.
 */
export function pytorchProject(
  document: NetworkDocument,
  analysis: Analysis,
  version: string,
): ReadonlyMap<string, string> {
  const network = readPytorchNetwork(document, analysis);
  return new Map([
    ['README.md', projectReadme(document)],
    ['model.py', codeText(pytorchModel(document, analysis))],
    ...Object.entries(files).map(([path, text]): [string, string] => [path.replace(/^.*\//, ''), text]),
    ['project.layerwise', serialiseProject(document)],
    ['layers.json', `${JSON.stringify({ layerwise: version, ...layersOf(network) }, null, 1)}\n`],
  ]);
}

/** What the gradient logger measures, in the order of Layerwise's telemetry, and what else training asks of layers. */
function layersOf({ nodes, outputs }: PytorchNetwork) {
  const byId = new Map(nodes.map((node) => [node.node.id, node]));
  const weights = nodes.flatMap(({ node, weights }) =>
    weights.map((weight) => ({ node: node.id, ...weight })),
  );
  const trained = weights.filter(({ trainable }) => trainable);
  const place = ({ node, name }: { readonly node: string; readonly name: string }) => `${node}/${name}`;
  return {
    metric: outputs[0]?.node.config['metric'] ?? 'accuracy',
    nodes: nodes.map((node) => ({
      id: node.node.id,
      label: node.node.label,
      outputShape: node.output,
      module: moduleOf(node, byId),
    })),
    weights: trained.map(({ node, name, shape }) => ({ node, name, shape })),
    decays: trained.filter(({ decays }) => decays).map(place),
    shapes: Object.fromEntries(weights.map((weight) => [place(weight), weight.shape])),
  };
}

/** The module whose result a layer has: of one that only passes its input on, that of the layer before it. */
function moduleOf(node: PytorchNode, byId: ReadonlyMap<string, PytorchNode>): string | null {
  if (node.layer.module !== null) return node.name;
  const before = byId.get(node.inputs[0] ?? '');
  return before === undefined ? null : moduleOf(before, byId);
}
