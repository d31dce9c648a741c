import type { NetworkDocument } from '../../graph/document';
import type { HealthCase } from '../healthRule';
import type { HealthRemedy } from '../healthVerdict';

type Offer<Remedy> = (of: HealthCase) => readonly Remedy[];

/**
 * Remedies that follow from a network alone, planned once for it: a run is judged each second, and to plan where dozens
 * of layers go takes longer than all else in a judgement.
 */
export function perDocument<Remedy = HealthRemedy>(offer: Offer<Remedy>): Offer<Remedy> {
  const known = new WeakMap<NetworkDocument, readonly Remedy[]>();
  return (of) => {
    const before = known.get(of.document);
    if (before !== undefined) return before;
    const remedies = offer(of);
    known.set(of.document, remedies);
    return remedies;
  };
}

/** An edit that is planned when it is first looked at. */
export function onceAsked<T>(plan: () => T): () => T {
  let planned: { readonly value: T } | null = null;
  return () => {
    planned ??= { value: plan() };
    return planned.value;
  };
}
