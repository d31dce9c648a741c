import type { LayerProblem } from '../layers/defineLayer';
import type { LayerEdge, LayerNode, NetworkDocument } from './document';
import { findSyntaxFault } from './jsonSyntax';
import { projectVersion } from './migrations';
import { parseProject, serialiseParts } from './projectFile';
import { projectLimits } from './projectSchema';
import { defaultTrainingSettings } from './trainingSettings';

/** A piece of a network: some of its layers, and the connections among them. */
export interface Clipping {
  readonly nodes: readonly LayerNode[];
  readonly edges: readonly LayerEdge[];
}

const format = 'layerwise-layers';

/** The layers with these ids, in the document's order, and what connects them to one another. */
export function clip({ nodes, edges }: NetworkDocument, ids: readonly string[]): Clipping {
  const chosen = new Set(ids);
  return {
    nodes: nodes.filter(({ id }) => chosen.has(id)),
    edges: edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
  };
}

/** A piece of a network as text, to be pasted elsewhere or mailed: one layer and one connection per line. */
export function serialiseLayers(document: NetworkDocument, ids: readonly string[]): string {
  const head = [`  "format": "${format}",`, `  "version": ${projectVersion},`];
  return ['{', ...head, serialiseParts(clip(document, ids)), '}', ''].join('\n');
}

/**
 * Reads layers from text that may come from anywhere: a clipping, or a whole project, of which it takes the
 * layers. Whatever is wrong with it becomes a sentence, and nothing is half read.
 */
export function parseLayers(
  text: string,
): { readonly layers: Clipping } | { readonly problem: LayerProblem } {
  const json = text.trim();
  if (!json.startsWith('{') || json.length > projectLimits.fileBytes || findSyntaxFault(json) !== null)
    return { problem: noLayers };
  const content: unknown = JSON.parse(json);
  if (typeof content !== 'object' || content === null || !('format' in content)) return { problem: noLayers };
  if (content.format !== format && content.format !== 'layerwise') return { problem: noLayers };
  const result = parseProject(content.format === format ? asProject(content) : json);
  if ('problem' in result) return result;
  const { nodes, edges } = result.document;
  return nodes.length === 0 ? { problem: noLayers } : { layers: { nodes, edges } };
}

/** A clipping lacks a project's name and training settings only; everything else is checked as in a project. */
function asProject(content: object): string {
  return JSON.stringify({
    name: 'Layers',
    training: defaultTrainingSettings,
    ...content,
    format: 'layerwise',
  });
}

const noLayers: LayerProblem = {
  message: 'The clipboard holds no layers.',
  advice: 'Select layers, here or in another window, and copy them; then paste.',
};
