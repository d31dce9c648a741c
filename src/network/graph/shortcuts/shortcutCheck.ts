import type { Analysis } from '../../analysis/analysis';
import type { LayerProblem } from '../../layers/defineLayer';
import { findLayerKind } from '../../layers/registry';
import { formatShape } from '../../layers/shape';
import type { LayerEdge, NetworkDocument } from '../document';
import { equalEdges, upstream, type Wiring } from '../wiring';
import { type PlannedLayer, planProjection } from './projection';
import { projectionStyle } from './projectionStyle';
import type { ShortcutOption } from './shortcutOption';

/** Where a shortcut is to lead: from a layer's output onto a connection further down. */
export interface ShortcutEnds {
  readonly from: string;
  readonly edge: LayerEdge;
}

/** The layers that a shortcut needs between its ends, or what stands against it. */
export function checkShortcut(
  document: NetworkDocument,
  analysis: Analysis,
  wiring: Wiring,
  ends: ShortcutEnds,
  option: ShortcutOption,
  /** The layers whose data reaches the source, where they are known already. */
  inFront: ReadonlySet<string> = upstream(wiring, [ends.from]),
): { readonly layers: readonly PlannedLayer[] } | { readonly problem: LayerProblem } {
  const refused = refuseEnds(document, wiring, ends, inFront);
  if (refused !== null) return { problem: refused };
  const [source, main] = [ends.from, ends.edge.from].map((id) => analysis.nodes.get(id)?.outputShape);
  // Where a network is half drawn the Add says later what its inputs lack.
  if (!main) return { layers: [] };
  const start = wiring.nodes.get(ends.from)?.label ?? ends.from;
  if (!source)
    return {
      problem: refusal(
        `What leaves ${start} is not known yet, so it can't be added to ${formatShape(main)}.`,
        `Solve the problems in front of ${start} first.`,
      ),
    };
  return planProjection(source, main, option, projectionStyle(document, wiring, ends.edge.from));
}

/** What stands against a shortcut whatever the shapes are. */
function refuseEnds(
  document: NetworkDocument,
  wiring: Wiring,
  { from, edge }: ShortcutEnds,
  inFront: ReadonlySet<string>,
): LayerProblem | null {
  const [source, before, behind] = [from, edge.from, edge.to].map((id) => wiring.nodes.get(id));
  if (!source || !before || !behind || !document.edges.some((other) => equalEdges(other, edge)))
    return refusal(
      'The layer or the connection is not there any more.',
      'Choose another layer and connection.',
    );
  if (findLayerKind(source.kind)?.terminal === true)
    return refusal(
      `${source.label} ends the network, so no shortcut can start there.`,
      'Start it at a layer in front of the ones that it is to skip.',
    );
  if (from === edge.from)
    return refusal(
      `There is nothing to skip: ${source.label} is where this connection starts.`,
      `Lead the shortcut to a connection further on, behind ${behind.label}.`,
    );
  if (inFront.has(edge.to))
    return refusal(
      `${source.label} comes behind this connection, so the shortcut would close a loop.`,
      `Start the shortcut in front of ${before.label}: data flows one way, from Input to Output.`,
    );
  if (behind.kind === 'add' && wiring.incoming(edge.to).some((other) => other.from === from))
    return refusal(
      `${source.label} is added there already, by ${behind.label}.`,
      'Start the shortcut at another layer, or lead it to another connection.',
    );
  return null;
}

function refusal(message: string, advice: string): LayerProblem {
  return { message, advice };
}
