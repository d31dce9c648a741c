import fc from 'fast-check';
import { assertNever } from '../../../src/network/assertNever';
import type { NetworkDocument } from '../../../src/network/graph/document';
import type { Edit } from '../../../src/network/graph/edits';
import {
  setFrozen,
  setLearningRateFactor,
  setStartingWeights,
} from '../../../src/network/graph/fineTuningEdits';
import type { StartingWeightsReference } from '../../../src/network/graph/startingWeights';
import { factors, references } from './documentArbitraries';

/** What a person does to train a part of a network from weights; numbers choose among the layers there are then. */
export type FineTuningAction =
  | { readonly type: 'freeze'; readonly nodes: readonly number[]; readonly frozen: boolean }
  | { readonly type: 'setFactor'; readonly nodes: readonly number[]; readonly factor: number }
  | { readonly type: 'startFrom'; readonly weights: StartingWeightsReference | null };

const nodes = fc.array(fc.nat(), { maxLength: 3 });

export const fineTuningActions: fc.Arbitrary<FineTuningAction> = fc.oneof(
  fc.record({ type: fc.constant('freeze' as const), nodes, frozen: fc.boolean() }),
  fc.record({ type: fc.constant('setFactor' as const), nodes, factor: factors }),
  fc.record({ type: fc.constant('startFrom' as const), weights: fc.option(references) }),
);

/** The edit that an action comes to; one without changes where there is nothing to act on. */
export function planFineTuningAction(document: NetworkDocument, action: FineTuningAction): Edit {
  if (action.type === 'startFrom') return setStartingWeights(document, action.weights);
  const ids = new Set(
    action.nodes.flatMap((choice) => document.nodes[choice % document.nodes.length]?.id ?? []),
  );
  switch (action.type) {
    case 'freeze':
      return setFrozen(document, [...ids], action.frozen);
    case 'setFactor':
      return setLearningRateFactor(document, [...ids], action.factor);
    default:
      return assertNever(action);
  }
}
