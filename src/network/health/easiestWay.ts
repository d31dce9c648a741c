import type { Analysis } from '../analysis/analysis';
import type { LayerNode, NetworkDocument } from '../graph/document';
import { mainOutput } from '../graph/mainOutput';
import type { Wiring } from '../graph/wiring';
import { hasKernel } from './hasKernel';
import { isActivation, squeezes } from './layerTraits';

/**
 * The activations that no gradient gets past: those on the way from the last layer with a kernel back to the input that
 * meets the fewest sigmoids and tanhs. A sigmoid that a shortcut leads past, that opens a gate, or that makes the
 * output's values is not among them. In the order of data.
 */
export function easiestWay(
  { nodes }: NetworkDocument,
  analysis: Analysis,
  wiring: Wiring,
): readonly LayerNode[] {
  const squeezers = new Map<string, number>();
  const before = new Map<string, string>();
  for (const id of analysis.order) {
    const node = wiring.nodes.get(id);
    let fewest = Number.POSITIVE_INFINITY;
    for (const { from } of wiring.incoming(id)) {
      const count = squeezers.get(from) ?? Number.POSITIVE_INFINITY;
      if (count >= fewest) continue;
      fewest = count;
      before.set(id, from);
    }
    const start = wiring.incoming(id).length === 0 ? 0 : fewest;
    squeezers.set(id, start + (node !== undefined && squeezes(node) ? 1 : 0));
  }
  const way: LayerNode[] = [];
  let inside = false;
  for (let id = before.get(mainOutput(nodes)?.id ?? ''); id !== undefined; id = before.get(id)) {
    const node = wiring.nodes.get(id);
    inside ||= hasKernel(analysis, id);
    if (inside && node !== undefined) way.unshift(node);
  }
  return way.filter(isActivation);
}
