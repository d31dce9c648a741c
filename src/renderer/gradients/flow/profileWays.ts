import type { NetworkDocument } from '../../../network/graph/document';
import { findAdditions } from '../../../network/graph/shortcuts/findShortcuts';
import { mainRoad } from '../../../network/graph/shortcuts/mainRoad';
import { type Wiring, wire } from '../../../network/graph/wiring';
import { analysisOf } from '../../training/analysisOf';
import type { MeasuredLayer } from './gradientProfile';

/** A line of a profile beside the main one: layers by their place in the profile, its ends on other lines. */
interface ProfileWay {
  readonly kind: 'branch' | 'shortcut';
  readonly layers: readonly number[];
}

/** How the layers of a profile are joined by lines. */
export interface ProfileWays {
  /** The layers that everything passes, in the order of data. */
  readonly main: readonly number[];
  /** Branches, and shortcuts with layers of their own. A shortcut without any is the main line itself. */
  readonly beside: readonly ProfileWay[];
}

interface Roads {
  readonly main: ReadonlySet<string>;
  readonly onShortcuts: ReadonlySet<string>;
  readonly chains: readonly (readonly string[])[];
}

const known = new WeakMap<NetworkDocument, Roads>();

/** The lines of a profile of these layers. */
export function profileWays(document: NetworkDocument, layers: readonly MeasuredLayer[]): ProfileWays {
  const roads = known.get(document) ?? findRoads(document);
  known.set(document, roads);
  const places = new Map(layers.map(({ id }, place) => [id, place]));
  const main = layers.flatMap(({ id }, place) => (roads.main.has(id) ? [place] : []));
  const beside = roads.chains.flatMap((chain): readonly ProfileWay[] => {
    const placed = chain.flatMap((id) => places.get(id) ?? []);
    if (placed.length < 2) return [];
    const own = chain.filter((id) => !roads.main.has(id));
    const kind = own.every((id) => roads.onShortcuts.has(id)) ? 'shortcut' : 'branch';
    return [{ kind, layers: placed }];
  });
  return { main, beside };
}

function findRoads(document: NetworkDocument): Roads {
  const analysis = analysisOf(document);
  const main = new Set(mainRoad(document, analysis).flatMap((stretch) => stretch.map(({ id }) => id)));
  const additions = findAdditions(document, analysis);
  const onShortcuts = new Set(
    additions.flatMap(({ shortcuts }) => shortcuts.flatMap(({ layers }) => layers)),
  );
  return { main, onShortcuts, chains: chainsBeside(document, wire(document), main) };
}

/** Layers in a row off the main road, from where they leave something else to where they join it again. */
function chainsBeside(
  document: NetworkDocument,
  wiring: Wiring,
  main: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const passesOn = (id: string) =>
    !main.has(id) && wiring.incoming(id).length === 1 && wiring.outgoing(id).length === 1;
  return document.edges.flatMap(({ from, to }) => {
    if (passesOn(from) || (main.has(from) && main.has(to))) return [];
    const chain = [from];
    let next: string | undefined = to;
    while (next !== undefined && passesOn(next) && !chain.includes(next)) {
      chain.push(next);
      next = wiring.outgoing(next)[0]?.to;
    }
    return [next === undefined ? chain : [...chain, next]];
  });
}
