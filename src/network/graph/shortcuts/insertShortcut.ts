import type { Analysis } from '../../analysis/analysis';
import type { LayerProblem } from '../../layers/defineLayer';
import { moveItems } from '../blocks/moveItems';
import { type VisibleItem, visibleItems } from '../blocks/visibleItems';
import type { LayerNode, NetworkDocument, Position } from '../document';
import type { Change, Edit } from '../edits';
import { canvasGrid } from '../layout';
import { makeRoom } from '../makeRoom';
import { wire } from '../wiring';
import { placeOfAdd } from './placeOfAdd';
import { checkShortcut, type ShortcutEnds } from './shortcutCheck';
import { drawShortcut, projectionDrop } from './shortcutDrawing';
import type { ShortcutOption } from './shortcutOption';

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
  const checked = checkShortcut(document, analysis, wiring, ends, option);
  if ('problem' in checked) return checked;
  const { from, edge } = ends;
  const end = wiring.nodes.get(edge.to);
  const room =
    end?.kind === 'add'
      ? { position: end.position, moved: {} }
      : makeRoom(document, edge, placeOfAdd(wiring, edge));
  const drawn = drawShortcut(document, { from, edge, layers: checked.layers, position: room.position });
  const moves = makingRoom(document, drawn.projection, room);
  const label = `Add shortcut from ${wiring.nodes.get(from)?.label ?? from}`;
  return {
    edit: { label, changes: [...moves, ...drawn.changes] },
    add: drawn.add,
    projection: drawn.projection,
  };
}

/** Moves of cards: to the right of the Add, and down from where the projection comes to stand. */
function makingRoom(
  document: NetworkDocument,
  projection: readonly LayerNode[],
  room: ReturnType<typeof makeRoom>,
): readonly Change[] {
  const moved: Record<string, Position> = { ...room.moved };
  const { items } = visibleItems(document);
  const placeOf = ({ key, position }: VisibleItem) => moved[key] ?? position;
  if (items.some((item) => projection.some(({ position }) => overlap(position, placeOf(item)))))
    for (const item of items) {
      const { x, y } = placeOf(item);
      if (y > room.position.y + canvasGrid.cardHeight / 2) moved[item.key] = { x, y: y + projectionDrop };
    }
  return moveItems(document, moved);
}

function overlap(left: Position, right: Position): boolean {
  const { cardWidth, cardHeight } = canvasGrid;
  return Math.abs(left.x - right.x) < cardWidth && Math.abs(left.y - right.y) < cardHeight;
}
