import type { LayerProblem } from '../../layers/defineLayer';
import { type Clipping, noLayers, parseLayers, serialiseLayers } from '../clipping';
import type { Block } from '../document';
import { projectLimits } from '../projectSchema';
import { blockTree } from './blockTree';

/** A block by itself, to be kept and put into other networks. */
export interface OwnBlock {
  /** The outermost block, which holds all layers. */
  readonly block: Block;
  readonly clipping: Clipping;
}

/** A block of a network as text, in the form of copied layers, collapsed. */
export function serialiseBlock({ nodes, edges, blocks }: Clipping, id: string, label?: string): string {
  const layers = blockTree({ nodes, blocks }).layers(id);
  const kept = blocks.map((block) =>
    block.id === id ? { ...block, collapsed: true, label: label ?? block.label } : block,
  );
  return serialiseLayers(
    { nodes, edges, blocks: kept },
    layers.map((layer) => layer.id),
  );
}

/** Reads a block from text that may come from anywhere. Whatever is wrong with it becomes a sentence. */
export function parseBlock(text: string): OwnBlock | { readonly problem: LayerProblem } {
  const parsed = parseLayers(text);
  if ('problem' in parsed) return parsed.problem === noLayers ? { problem: noBlock } : parsed;
  const tree = blockTree(parsed.layers);
  const [block, ...others] = tree.inside(null);
  if (block === undefined || others.length > 0 || tree.layers(block.id).length < parsed.layers.nodes.length)
    return { problem: noBlock };
  return { block, clipping: parsed.layers };
}

/** What a person typed as a block's name, or null where that is blank. */
export function tidyBlockName(name: string): string | null {
  const tidied = name.trim().slice(0, projectLimits.nameLength).trim();
  return tidied === '' ? null : tidied;
}

const noBlock: LayerProblem = {
  message: 'The file holds no block.',
  advice: 'Delete it here, and save the block to the palette again.',
};
