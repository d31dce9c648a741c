import { useMemo } from 'react';
import { type BlockFacts, blockFacts } from '../../../network/analysis/blockFacts';
import { blockKey } from '../../../network/graph/blocks/visibleItems';
import { useAnalysis, useDocument } from '../../editor/editorStore';
import { seenNetwork } from '../../editor/seenNetwork';

/** The facts of the block with this card key; null where it isn't in the document. */
export function useBlockFacts(key: string): BlockFacts | null {
  const document = useDocument();
  const analysis = useAnalysis();
  return useMemo(() => {
    const block = document.blocks.find(({ id }) => blockKey(id) === key);
    return block === undefined ? null : blockFacts(document, seenNetwork(document).tree, analysis, block.id);
  }, [document, analysis, key]);
}
