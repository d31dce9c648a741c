import type { LayerProblem } from '../layers/defineLayer';
import { blockTree } from './blocks/blockTree';
import { wholeBlocks } from './blocks/wholeBlocks';
import type { Block, LayerEdge, LayerNode, Note } from './document';
import { findSyntaxFault } from './jsonSyntax';
import { projectVersion } from './migrations';
import { parseProject, serialiseParts } from './projectFile';
import { projectLimits } from './projectSchema';
import { defaultTrainingSettings } from './trainingSettings';

/** A piece of a network: some of its layers and notes, the connections among them, and the blocks that are whole in it. */
export interface Clipping {
  readonly nodes: readonly LayerNode[];
  readonly edges: readonly LayerEdge[];
  readonly blocks: readonly Block[];
  /** Absent where there are none. */
  readonly notes?: readonly Note[];
}

const format = 'layerwise-layers';

/**
 * The layers and notes with these ids, in the document's order, what connects the layers to one another, and the blocks
 * of which all layers are among them.
 */
export function clip(document: Clipping, ids: readonly string[], noteIds: readonly string[] = []): Clipping {
  const { nodes, edges, blocks } = document;
  const notes = (document.notes ?? []).filter(({ id }) => noteIds.includes(id));
  const chosen = new Set(ids);
  const whole = wholeBlocks(blockTree(document), chosen);
  return {
    nodes: nodes.filter(({ id }) => chosen.has(id)).map((node) => inBlockOf(node, whole)),
    edges: edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
    blocks: blocks
      .filter(({ id }) => whole.has(id))
      .map((block) =>
        block.parent === null || whole.has(block.parent) ? block : { ...block, parent: null },
      ),
    ...(notes.length > 0 && { notes }),
  };
}

function inBlockOf(node: LayerNode, blocks: ReadonlyMap<string, Block>): LayerNode {
  if (node.block === undefined || blocks.has(node.block)) return node;
  const { block: _left, ...layer } = node;
  return layer;
}

/** A piece of a network as text, to be pasted elsewhere or mailed: one layer, connection, block and note per line. */
export function serialiseLayers(
  document: Clipping,
  ids: readonly string[],
  noteIds: readonly string[] = [],
): string {
  const head = [`  "format": "${format}",`, `  "version": ${projectVersion},`];
  return ['{', ...head, serialiseParts(clip(document, ids, noteIds)), '}', ''].join('\n');
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
  const { nodes, edges, blocks, notes = [] } = result.document;
  if (nodes.length + notes.length === 0) return { problem: noLayers };
  return { layers: { nodes, edges, blocks, ...(notes.length > 0 && { notes }) } };
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

/** What is said of text that holds no layers. */
export const noLayers: LayerProblem = {
  message: 'The clipboard holds no layers.',
  advice: 'Select layers, here or in another window, and copy them; then paste.',
};
