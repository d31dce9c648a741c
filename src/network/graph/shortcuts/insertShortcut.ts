import type { Analysis } from '../../analysis/analysis';
import type { LayerProblem } from '../../layers/defineLayer';
import { findLayerKind } from '../../layers/registry';
import type { LayerEdge, LayerNode, NetworkDocument, Position } from '../document';
import type { Change, Edit } from '../edits';
import { canvasGrid, makeRoom } from '../layout';
import { downstream, equalEdges, type Wiring, wire } from '../wiring';
import { placeOfAdd } from './placeOfAdd';
import { planProjection } from './projection';
import { projectionStyle } from './projectionStyle';
import { drawShortcut, projectionDrop } from './shortcutDrawing';
import type { ShortcutOption } from './shortcutOption';

/** Where a shortcut is to lead: from a layer's output onto a connection further down. */
export interface ShortcutEnds {
  readonly from: string;
  readonly edge: LayerEdge;
  /** Where the Add goes; in the middle of the connection where it is left out. */
  readonly position?: Position;
}

/** A shortcut that can be drawn, as an edit and what it adds; or what stands against it. */
export type ShortcutResult =
  | { readonly edit: Edit; readonly add: string; readonly projection: readonly LayerNode[] }
  | { readonly problem: LayerProblem };

/**
 * Leads a shortcut from a layer's output onto a connection further down, where an Add joins the two; a connection that
 * leads into an Add keeps it. Where the shapes differ, the option says what levels them. Cards make room.
 */
export function insertShortcut(
  document: NetworkDocument,
  analysis: Analysis,
  ends: ShortcutEnds,
  option: ShortcutOption,
): ShortcutResult {
  const wiring = wire(document);
  const refusal = refuseEnds(document, wiring, ends);
  if (refusal !== null) return { problem: refusal };
  const { from, edge } = ends;
  const [source, main] = [shapeOf(analysis, from), shapeOf(analysis, edge.from)];
  const planned =
    source === null || main === null
      ? { layers: [] }
      : planProjection(source, main, option, projectionStyle(document, wiring, edge.from));
  if ('problem' in planned) return planned;
  const end = wiring.nodes.get(edge.to);
  const room =
    end?.kind === 'add'
      ? { position: end.position, moved: {} }
      : makeRoom(document, edge, ends.position ?? placeOfAdd(wiring, edge));
  const drawn = drawShortcut(document, { from, edge, layers: planned.layers, position: room.position });
  const moves = makingRoom(document, drawn.projection, room);
  const label = `Add shortcut from ${wiring.nodes.get(from)?.label ?? from}`;
  return {
    edit: { label, changes: [...moves, ...drawn.changes] },
    add: drawn.add,
    projection: drawn.projection,
  };
}

function shapeOf(analysis: Analysis, id: string) {
  return analysis.nodes.get(id)?.outputShape ?? null;
}

/** What stands against a shortcut whatever the shapes are. */
function refuseEnds(
  document: NetworkDocument,
  wiring: Wiring,
  { from, edge }: ShortcutEnds,
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
  if (downstream(wiring, [edge.to]).has(from))
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

/** Moves of cards: to the right of the Add, and down from where the projection comes to stand. */
function makingRoom(
  document: NetworkDocument,
  projection: readonly LayerNode[],
  room: ReturnType<typeof makeRoom>,
): readonly Change[] {
  const moved: Record<string, Position> = { ...room.moved };
  const placeOf = ({ id, position }: LayerNode) => moved[id] ?? position;
  if (document.nodes.some((node) => projection.some(({ position }) => overlap(position, placeOf(node)))))
    for (const node of document.nodes) {
      const { x, y } = placeOf(node);
      if (y > room.position.y + canvasGrid.cardHeight / 2) moved[node.id] = { x, y: y + projectionDrop };
    }
  return Object.keys(moved).length === 0 ? [] : [{ type: 'moveNodes', positions: moved }];
}

function overlap(left: Position, right: Position): boolean {
  const { cardWidth, cardHeight } = canvasGrid;
  return Math.abs(left.x - right.x) < cardWidth && Math.abs(left.y - right.y) < cardHeight;
}

function refusal(message: string, advice: string): LayerProblem {
  return { message, advice };
}
