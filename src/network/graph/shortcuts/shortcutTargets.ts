import type { Analysis } from '../../analysis/analysis';
import type { LayerProblem } from '../../layers/defineLayer';
import type { LayerEdge, NetworkDocument } from '../document';
import { downstream, upstream, wire } from '../wiring';
import { checkShortcut } from './shortcutCheck';
import type { ShortcutOption } from './shortcutOption';

/** A connection behind a layer, to which a shortcut from there could lead. */
export interface ShortcutTarget {
  readonly edge: LayerEdge;
  /** What stands against it; null where nothing does. */
  readonly problem: LayerProblem | null;
}

/** The connections that a layer's output reaches, in data order. */
export function shortcutTargets(
  document: NetworkDocument,
  analysis: Analysis,
  from: string,
  option: ShortcutOption,
): readonly ShortcutTarget[] {
  const wiring = wire(document);
  const behind = downstream(wiring, [from]);
  const inFront = upstream(wiring, [from]);
  return analysis.order
    .filter((id) => behind.has(id) && id !== from)
    .flatMap((id) => wiring.outgoing(id))
    .map((edge) => {
      const result = checkShortcut(document, analysis, wiring, { from, edge }, option, inFront);
      return { edge, problem: 'problem' in result ? result.problem : null };
    });
}
