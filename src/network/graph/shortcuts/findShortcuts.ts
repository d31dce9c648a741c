import type { Analysis } from '../../analysis/analysis';
import type { LayerEdge, NetworkDocument } from '../document';
import { upstream, type Wiring, wire } from '../wiring';

/** A shortcut of a network: what goes when it is taken out. */
export interface FoundShortcut {
  /** The layer whose output it carries, or the first of them where it is gated by another. */
  readonly from: string;
  /** The Add that it ends in. */
  readonly add: string;
  /** The layers on it, from the Add back to its source. */
  readonly layers: readonly string[];
  /** Its connections. */
  readonly edges: readonly LayerEdge[];
}

/** An Add at which shortcuts end, with the connection that the layers which they skip come in by. */
export interface Addition {
  readonly add: string;
  readonly main: LayerEdge;
  readonly shortcuts: readonly FoundShortcut[];
  /** False where something else is added too, so that the Add has to stay. */
  readonly complete: boolean;
}

/**
 * Finds the Adds at which shortcuts end, in document order. Of an Add's inputs the deepest is the main path (of equals
 * the first); another is a shortcut where it comes from the main path by itself, through 1×1 kernels at most.
 */
export function findAdditions(document: NetworkDocument, analysis: Analysis): readonly Addition[] {
  const wiring = wire(document);
  return document.nodes.flatMap(({ id, kind }) => {
    if (kind !== 'add') return [];
    const main = deepest(wiring.incoming(id), analysis);
    if (main === undefined) return [];
    const before = upstream(wiring, [main.from]);
    if (before.has(id)) return [];
    const others = wiring.incoming(id).filter((edge) => edge !== main);
    const shortcuts = others.flatMap((edge) => shortcutAlong(wiring, analysis, edge, before) ?? []);
    if (shortcuts.length === 0) return [];
    return [{ add: id, main, shortcuts, complete: shortcuts.length === others.length }];
  });
}

function deepest(edges: readonly LayerEdge[], analysis: Analysis): LayerEdge | undefined {
  const depth = ({ from }: LayerEdge) => analysis.nodes.get(from)?.depth ?? 0;
  return edges.reduce<LayerEdge | undefined>(
    (best, edge) => (best === undefined || depth(edge) > depth(best) ? edge : best),
    undefined,
  );
}

/** Follows an input of an Add back to the main path, gates included; null where it isn't a shortcut. */
function shortcutAlong(
  wiring: Wiring,
  analysis: Analysis,
  last: LayerEdge,
  mainPath: ReadonlySet<string>,
): FoundShortcut | null {
  const edges = [last];
  const layers = new Set<string>();
  let from: string | null = null;
  // The array grows while it is read.
  for (const edge of edges) {
    if (mainPath.has(edge.from)) from ??= edge.from;
    if (mainPath.has(edge.from) || layers.has(edge.from)) continue;
    if (edge.from === last.to || wiring.incoming(edge.from).length === 0) return null;
    if (!isPointwise(analysis, edge.from)) return null;
    layers.add(edge.from);
    edges.push(...wiring.incoming(edge.from));
  }
  const leadsElsewhere = [...layers].some((id) =>
    wiring.outgoing(id).some((edge) => edge.to !== last.to && !layers.has(edge.to)),
  );
  if (from === null || leadsElsewhere) return null;
  return { from, add: last.to, layers: [...layers], edges };
}

/** Whether a layer looks at one position of an image at a time, as projections and gates do. */
function isPointwise(analysis: Analysis, id: string): boolean {
  const kernels = analysis.nodes.get(id)?.weights.filter(({ decays }) => decays) ?? [];
  return kernels.every(({ shape }) => shape.length < 4 || (shape[0] === 1 && shape[1] === 1));
}
