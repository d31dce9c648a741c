import type { LayerProblem } from '../../layers/defineLayer';
import { findLayerKind } from '../../layers/registry';
import type { Block, LayerEdge, NetworkDocument } from '../document';
import { blockEnds } from './blockEnds';
import { blockTree } from './blockTree';

/** The one way into a block and the one out of it, along which copies of it can follow one another. */
export interface ChainEnds {
  /** The layer that feeds the block; null where nothing does. */
  readonly source: string | null;
  readonly exit: string;
  /** Inputs inside that take what comes from the source. */
  readonly entering: readonly LayerEdge[];
  /** Connections from the exit to layers outside. */
  readonly leaving: readonly LayerEdge[];
}

/** The ends of a block of which copies can follow one another, or why they can't. */
export function chainEnds(
  document: NetworkDocument,
  block: Block,
): ChainEnds | { readonly problem: LayerProblem } {
  const layers = blockTree(document).layers(block.id);
  const end = layers.find(({ kind }) => {
    const definition = findLayerKind(kind);
    return definition?.inputs === 'none' || definition?.terminal === true;
  });
  if (end !== undefined)
    return refuse(
      `${block.label} holds ${end.label}, an end of the network.`,
      `Take ${end.label} out of the block first: nothing can come before an Input or behind an Output.`,
    );
  const inside = new Set(layers.map(({ id }) => id));
  const ends = blockEnds(document, [...inside]);
  const labelOf = (id: string) => document.nodes.find((node) => node.id === id)?.label ?? id;
  if (ends.sources.length > 1)
    return refuse(
      `Data enters ${block.label} from ${ends.sources.length} layers: ${ends.sources.map(labelOf).join(', ')}.`,
      'A chain needs one way in. Group the layers anew, so that one layer feeds all of them.',
    );
  const [exit] = ends.exits;
  if (exit === undefined || ends.exits.length > 1)
    return refuse(
      `Data leaves ${block.label} from ${ends.exits.length} layers: ${ends.exits.map(labelOf).join(', ')}.`,
      'A chain needs one way out. Join these layers, by an Add or a Concatenate, within the block.',
    );
  const entering = document.edges.filter(({ from, to }) => inside.has(to) && !inside.has(from));
  const leaving = document.edges.filter(({ from, to }) => inside.has(from) && !inside.has(to));
  if (entering.length > 0) return { source: ends.sources[0] ?? null, exit, entering, leaving };
  if (ends.entries.length > 1)
    return refuse(
      `${ends.entries.length} layers of ${block.label} have no input: ${ends.entries.map(labelOf).join(', ')}.`,
      'A chain needs one way in. Connect them to one layer in front of the block.',
    );
  const open = ends.entries.map((to): LayerEdge => ({ from: to, to, input: 0 }));
  return { source: null, exit, entering: open, leaving };
}

function refuse(message: string, advice: string): { readonly problem: LayerProblem } {
  return { problem: { message, advice } };
}
