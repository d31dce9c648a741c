import type { Analysis } from '../analysis/analysis';
import type { LayerNode } from '../graph/document';
import type { Wiring } from '../graph/wiring';
import { findLayerKind } from '../layers/registry';
import { hasKernel } from './hasKernel';
import { isActivation, squeezes } from './layerTraits';

/**
 * Sigmoids and tanhs that are there as activations. Those that make the output's values, and those that open a gate
 * and lie beside the way of the data, have to squeeze.
 */
export function squeezersInside(
  activations: readonly LayerNode[],
  easiest: readonly LayerNode[],
  { analysis, wiring }: { readonly analysis: Analysis; readonly wiring: Wiring },
): readonly LayerNode[] {
  const onTheWay = new Set(easiest.map(({ id }) => id));
  return activations.filter((node) => {
    if (!squeezes(node)) return false;
    if (onTheWay.has(node.id)) return true;
    const ends = endsOf(node.id, analysis, wiring);
    return !ends.some(
      ({ kind }) => kind === 'multiply' || kind === 'gate' || findLayerKind(kind)?.terminal === true,
    );
  });
}

/** What a layer's values come to with nothing in between that changes them but pools, shapes and norms. */
function endsOf(id: string, analysis: Analysis, wiring: Wiring): readonly LayerNode[] {
  const reached = new Set([id]);
  const ends: LayerNode[] = [];
  // A Set's iteration takes in what is added on the way.
  for (const from of reached)
    for (const { to } of wiring.outgoing(from)) {
      const node = wiring.nodes.get(to);
      if (node === undefined || hasKernel(analysis, to) || isActivation(node)) continue;
      const stops = findLayerKind(node.kind)?.category === 'merge' || wiring.outgoing(to).length === 0;
      if (stops) ends.push(node);
      else reached.add(to);
    }
  return ends;
}
