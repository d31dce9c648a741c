import { useMemo } from 'react';
import { blockEnds } from '../../../network/graph/blocks/blockEnds';
import { repetition } from '../../../network/graph/blocks/repetition';
import { blockKey } from '../../../network/graph/blocks/visibleItems';
import { formatShape } from '../../../network/layers/shape';
import { useAnalysis, useDocument } from '../../editor/editorStore';
import { seenNetwork } from '../../editor/seenNetwork';

/** What there is to say of a block. */
export interface BlockFacts {
  readonly layers: number;
  /** How many alike blocks it consists of; null where it consists of anything else. */
  readonly times: number | null;
  /** What leaves it: `28×28×128`, or null where that isn't known or several things leave it. */
  readonly shape: string | null;
  readonly trainable: number;
  readonly nonTrainable: number;
  /** Trainable and other parameters together. */
  readonly parameters: number;
  /** Multiply-adds for one example. */
  readonly macs: number;
}

/** The facts of the block with this card key; null where it isn't in the document. */
export function useBlockFacts(key: string): BlockFacts | null {
  const document = useDocument();
  const analysis = useAnalysis();
  return useMemo(() => {
    const { tree } = seenNetwork(document);
    const block = document.blocks.find(({ id }) => blockKey(id) === key);
    if (block === undefined) return null;
    const layers = tree.layers(block.id).map(({ id }) => id);
    const sum = (part: 'trainable' | 'nonTrainable' | 'macs') =>
      layers.reduce((total, id) => total + (analysis.nodes.get(id)?.[part] ?? 0), 0);
    const [exit, ...others] = blockEnds(document, layers).exits;
    const shape = exit === undefined || others.length > 0 ? null : analysis.nodes.get(exit)?.outputShape;
    const [trainable, nonTrainable] = [sum('trainable'), sum('nonTrainable')];
    return {
      layers: layers.length,
      times: repetition(tree, block.id),
      shape: shape ? formatShape(shape) : null,
      trainable,
      nonTrainable,
      parameters: trainable + nonTrainable,
      macs: sum('macs'),
    };
  }, [document, analysis, key]);
}
