import { blockEnds } from '../graph/blocks/blockEnds';
import type { BlockTree } from '../graph/blocks/blockTree';
import { repetition } from '../graph/blocks/repetition';
import type { NetworkDocument } from '../graph/document';
import { formatShape } from '../layers/shape';
import type { Analysis } from './analysis';

/** What there is to say of a block. */
export interface BlockFacts {
  readonly layers: number;
  /** How many alike blocks it consists of; null where it consists of anything else. */
  readonly times: number | null;
  /** What leaves it: `28×28×128`, or null where that isn't known or several things leave it. */
  readonly shape: string | null;
  readonly trainable: number;
  readonly nonTrainable: number;
  readonly frozen: number;
  /** Trainable and other parameters together. */
  readonly parameters: number;
  /** Multiply-adds for one example. */
  readonly macs: number;
}

/** The facts of the block with this id, all layers in it at any depth taken together. */
export function blockFacts(
  document: NetworkDocument,
  tree: BlockTree,
  analysis: Analysis,
  id: string,
): BlockFacts {
  const layers = tree.layers(id).map((layer) => layer.id);
  const sum = (part: 'trainable' | 'nonTrainable' | 'frozen' | 'macs') =>
    layers.reduce((total, layer) => total + (analysis.nodes.get(layer)?.[part] ?? 0), 0);
  const [exit, ...others] = blockEnds(document, layers).exits;
  const shape = exit === undefined || others.length > 0 ? null : analysis.nodes.get(exit)?.outputShape;
  const [trainable, nonTrainable] = [sum('trainable'), sum('nonTrainable')];
  return {
    layers: layers.length,
    times: repetition(tree, id),
    shape: shape ? formatShape(shape) : null,
    trainable,
    nonTrainable,
    frozen: sum('frozen'),
    parameters: trainable + nonTrainable,
    macs: sum('macs'),
  };
}
