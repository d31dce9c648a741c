import { analyse } from '../../network/analysis/analyse';
import type { Analysis } from '../../network/analysis/analysis';
import { type ChainChoice, chainBlock } from '../../network/graph/blocks/chainBlock';
import type { NetworkDocument } from '../../network/graph/document';
import { applyEdit, type Edit } from '../../network/graph/edits';
import { tidyLayout } from '../../network/graph/tidy/tidyLayout';
import type { LayerProblem } from '../../network/layers/defineLayer';
import { formatShape } from '../../network/layers/shape';

/** A chain as it would be, or why it can't be. */
export type PlannedChain =
  | {
      readonly edit: Edit;
      /** The block and its copies, in the order of the data. */
      readonly links: readonly ChainedBlock[];
      /** Trainable parameters that the network would have. */
      readonly trainable: number;
    }
  | { readonly problem: LayerProblem };

export interface ChainedBlock {
  readonly id: string;
  readonly label: string;
  /** What leaves it; null where that isn't known. */
  readonly shape: string | null;
}

/** Plans a chain; a network that is in order stays so. A chain in which shapes don't fit is refused. */
export function planChain(
  document: NetworkDocument,
  analysis: Analysis,
  block: string,
  choice: ChainChoice,
): PlannedChain {
  const result = chainBlock(document, analysis, block, choice);
  if ('problem' in result) return result;
  const chained = applyEdit(document, result.edit).document;
  const after = analyse(chained);
  const known = new Set(document.nodes.map(({ id }) => id));
  const fault = after.problems.find(
    ({ severity, node }) => severity === 'error' && node !== null && !known.has(node),
  );
  if (fault !== undefined) return { problem: fault };
  const inOrder = tidyLayout(document, analysis).changes.length === 0;
  const tidied = inOrder ? tidyLayout(chained, after).changes : [];
  return {
    edit: { ...result.edit, changes: [...result.edit.changes, ...tidied] },
    links: result.blocks.map((id, index) => {
      const shape = after.nodes.get(result.exits[index] ?? '')?.outputShape;
      const label = chained.blocks.find((other) => other.id === id)?.label ?? id;
      return { id, label, shape: shape ? formatShape(shape) : null };
    }),
    trainable: after.totals.trainable,
  };
}
