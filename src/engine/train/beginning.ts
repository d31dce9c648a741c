import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { AdviceError } from '../adviceError';
import type { RunShelf } from '../runs/runShelf';
import { openStartingWeights, type TakenWeights, takeWeights } from '../startingWeights';
import type { Note } from './otherMachine';

/** What a network begins with in place of drawn weights, and what a person should know of it. */
export interface Beginning extends TakenWeights {
  /** Null where every weight is taken. */
  readonly note: Note | null;
}

/**
 * The starting weights that a document names, as far as they fit it; null where it names none. Throws an AdviceError where
 * they can't be read, or none of them fits.
 */
export function beginningOf(
  document: NetworkDocument,
  analysis: Analysis,
  runs: Pick<RunShelf, 'folder'>,
): Beginning | null {
  const { startingWeights: reference } = document;
  if (reference === undefined) return null;
  const taken = takeWeights(openStartingWeights(reference, runs.folder), analysis);
  if (taken.taken.size === 0)
    throw new AdviceError(
      `No weight of ${reference.name} has the name and shape of one of ${document.name}.`,
      'Choose weights of a network with the same layers, known by their ids, or start from fresh weights.',
    );
  return { ...taken, note: noteOf(taken, document, reference.name) };
}

/** Weights that are named in a sentence; run.json names all. */
const mostNamed = 4;

function noteOf({ taken, drawn }: TakenWeights, { nodes }: NetworkDocument, source: string): Note | null {
  if (drawn.length === 0) return null;
  const named = drawn
    .slice(0, mostNamed)
    .map(({ name, shape, found }) =>
      found === null
        ? `${name} (new)`
        : `${name} (${shape.join('×') || 1} here, ${found.join('×') || 1} there)`,
    );
  const more = drawn.length > mostNamed ? ` and ${drawn.length - mostNamed} more` : '';
  const frozen = new Set(nodes.filter((node) => node.frozen === true).map(({ id }) => id));
  const held = new Set(drawn.map(({ node }) => node).filter((node) => frozen.has(node)));
  return {
    message: `${taken.size} of ${taken.size + drawn.length} weights are those of ${source}. Fresh: ${named.join(', ')}${more}.`,
    advice:
      held.size === 0
        ? 'A new head begins fresh; weights are taken where name and shape agree.'
        : `Unfreeze ${[...held].join(', ')}: frozen, they would keep random values.`,
  };
}
