import { analyse } from '../../network/analysis/analyse';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';

const analyses = new WeakMap<NetworkDocument, Analysis>();

/** The analysis of a run's network, made once. */
export function analysisOf(document: NetworkDocument): Analysis {
  const known = analyses.get(document);
  if (known !== undefined) return known;
  const analysis = analyse(document);
  analyses.set(document, analysis);
  return analysis;
}
