import type { LayerEdge, LayerNode } from '../../network/graph/document';
import type { Box } from '../../network/graph/routing/box';
import type { EdgePath } from '../../network/graph/routing/edgePath';
import { routes } from '../../network/graph/routing/routes';
import { shortcutEdges } from '../../network/graph/routing/shortcutEdges';
import { skippingEdges } from '../../network/graph/routing/skippingEdges';
import { cardSize, drawnPosition } from './cardGeometry';

/** A connection's way, and the cards that it leads between as they are drawn. */
export interface DrawnEdge extends EdgePath {
  readonly source: Box;
  readonly target: Box;
  /** Whether it skips layers, or leads along a shortcut with layers of its own. */
  readonly shortcut: boolean;
}

export type DrawnEdges = ReadonlyMap<LayerEdge, DrawnEdge>;

/**
 * Finds the ways of all edges between the cards as they stand. An edge that goes as before keeps its object, so that
 * only those that changed are drawn again; nothing is searched for while neither cards nor connections moved.
 */
export function createDrawnEdges(): (
  layers: readonly LayerNode[],
  edges: readonly LayerEdge[],
  compact: boolean,
  frames?: readonly Box[],
) => DrawnEdges {
  let known: Known = { layers: [], edges: [], compact: false, frames: [] };
  let shortcuts: ReadonlySet<LayerEdge> = new Set();
  let drawn: DrawnEdges = new Map();
  return (layers, edges, compact, frames = none) => {
    const now = { layers, edges, compact, frames };
    if (known.edges !== edges) shortcuts = shortcutEdges(edges);
    if (!sameWays(known, now)) drawn = drawnEdges(now, shortcuts, drawn);
    known = now;
    return drawn;
  };
}

interface Known {
  readonly layers: readonly LayerNode[];
  readonly edges: readonly LayerEdge[];
  readonly compact: boolean;
  /** Those of open blocks. */
  readonly frames: readonly Box[];
}

const none: readonly Box[] = [];

function sameWays(before: Known, now: Known): boolean {
  return (
    before.compact === now.compact &&
    sameFrames(before.frames, now.frames) &&
    before.edges === now.edges &&
    before.layers.length === now.layers.length &&
    before.layers.every((layer, index) => samePlace(layer, now.layers[index]))
  );
}

function sameFrames(before: readonly Box[], now: readonly Box[]): boolean {
  return (
    before === now ||
    (before.length === now.length &&
      before.every((frame, index) => {
        const other = now[index];
        return other !== undefined && sameBox(frame, other);
      }))
  );
}

function samePlace(before: LayerNode, now: LayerNode | undefined): boolean {
  return (
    before === now || (before.id === now?.id && before.kind === now.kind && before.position === now.position)
  );
}

function drawnEdges(
  { layers, edges, compact, frames }: Known,
  shortcuts: ReadonlySet<LayerEdge>,
  before: DrawnEdges,
): DrawnEdges {
  const cards = new Map<string, Box>();
  for (const { id, kind, position } of layers) {
    const size = cardSize(kind, compact);
    cards.set(id, { ...drawnPosition(position, size), ...size });
  }
  const next = new Map<LayerEdge, DrawnEdge>();
  const paths = routes(cards, edges, shortcuts, frames);
  const skipping = skippingEdges(paths, shortcuts);
  for (const [edge, path] of paths) {
    const [source, target, last] = [cards.get(edge.from), cards.get(edge.to), before.get(edge)];
    if (source === undefined || target === undefined) continue;
    const drawn = { ...path, source, target, shortcut: skipping.has(edge) };
    next.set(edge, last !== undefined && sameWay(last, drawn) ? last : drawn);
  }
  return next;
}

function sameWay(left: DrawnEdge, right: DrawnEdge): boolean {
  return (
    left.path === right.path &&
    left.shortcut === right.shortcut &&
    sameBox(left.source, right.source) &&
    sameBox(left.target, right.target)
  );
}

function sameBox(left: Box, right: Box): boolean {
  return (
    left.x === right.x && left.y === right.y && left.width === right.width && left.height === right.height
  );
}
