import type { Analysis } from '../../analysis/analysis';
import type { NetworkDocument } from '../../graph/document';
import { codeText } from '../codeLines';
import { layerTable } from '../project/layerTable';
import { byFileName, projectFiles } from '../project/projectFiles';
import { pytorchModel } from './pytorchModel';
import { readPytorchNetwork } from './pytorchNodes';
import { pytorchReadme } from './pytorchReadme';

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
  const { nodes, outputs } = readPytorchNetwork(document, analysis);
  const layers = nodes.map((node) => ({ ...node, source: node.layer.module === null ? null : node.name }));
  return new Map([
    ['README.md', pytorchReadme(document)],
    ['model.py', codeText(pytorchModel(document, analysis))],
    ...projectFiles(document),
    ...byFileName(files),
    ['layers.json', layerTable(layers, analysis, outputs[0]?.node, version)],
  ]);
}
