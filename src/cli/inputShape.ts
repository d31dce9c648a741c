import type { Analysis } from '../network/analysis/analysis';
import type { NetworkDocument } from '../network/graph/document';
import { findLayerKind } from '../network/layers/registry';
import type { Shape } from '../network/layers/shape';

/** Shape of the images that the network takes; null where it has no input, or a broken one. */
export function inputShape(document: NetworkDocument, analysis: Analysis): Shape | null {
  const input = document.nodes.find(({ kind }) => findLayerKind(kind)?.inputs === 'none');
  return (input && analysis.nodes.get(input.id)?.outputShape) ?? null;
}
