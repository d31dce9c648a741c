import type { Analysis } from '../../analysis/analysis';
import type { NetworkDocument } from '../../graph/document';
import { codeText } from '../codeLines';
import { layerTable } from '../project/layerTable';
import { byFileName, projectFiles } from '../project/projectFiles';
import { kerasModel } from './kerasModel';
import { readKerasNetwork } from './kerasNodes';
import { kerasReadme } from './kerasReadme';

const files = import.meta.glob<string>('./project/*', { eager: true, query: '?raw', import: 'default' });

/**
 * The files of a Keras project that trains the network as Layerwise would, by name. `version` is Layerwise's. Weights
 * come beside them, as weights.safetensors.
 */
export function kerasProject(
  document: NetworkDocument,
  analysis: Analysis,
  version: string,
): ReadonlyMap<string, string> {
  const network = readKerasNetwork(document, analysis);
  const layers = network.nodes.map((node) => ({
    ...node,
    source: node.layer.layers.length === 0 ? null : node.layerName,
  }));
  return new Map([
    ['README.md', kerasReadme(network)],
    ['model.py', codeText(kerasModel(document, analysis))],
    ...projectFiles(document),
    ...byFileName(files),
    ['layers.json', layerTable(layers, analysis, network.outputs[0]?.node, version)],
  ]);
}
