import type { LayerNode, NetworkDocument, Position } from '../document';
import { applyEdit, type Change, type Edit } from '../edits';
import { canvasGrid } from '../layout';
import type { Box } from '../routing/box';
import { gapBetween, noteBox } from './noteBox';
import { placeNotes } from './noteEdits';
import { roomForNotes } from './roomForNotes';

/** More than any network needed that was tried. */
const mostRounds = 20;

/**
 * An edit that puts layers in order, with changes behind it that let each note stay beside the layer that it is nearest
 * to, and make room for as many lines as it has. Rows that make room may bring a note nearer to another layer: so this
 * is done until nothing moves, and doing the same once more changes nothing.
 */
export function withNotesBeside(network: NetworkDocument, edit: Edit): Edit {
  if ((network.notes ?? []).length === 0) return edit;
  const { document: ordered } = applyEdit(network, edit);
  let changes: readonly Change[] = [];
  let before = network;
  for (let round = 0; round < mostRounds; round += 1) {
    const beside = layersBeside(before, ordered);
    const along = placeNotes(ordered, placesAlong(before, ordered, beside));
    const room = roomForNotes(applyEdit(ordered, { ...edit, changes: along }).document, beside);
    changes = [...along, ...room];
    const { document: after } = applyEdit(ordered, { ...edit, changes });
    if (placesOf(after) === placesOf(before)) break;
    before = after;
  }
  return { ...edit, changes: [...edit.changes, ...changes] };
}

/** The layer that each note is nearest to, by their ids, of those that there are afterwards too. */
function layersBeside(before: NetworkDocument, after: NetworkDocument): ReadonlyMap<string, string> {
  const left = new Set(after.nodes.map(({ id }) => id));
  const staying = before.nodes.filter(({ id }) => left.has(id));
  return new Map(
    (before.notes ?? []).flatMap((note) => {
      const near = nearest(staying, noteBox(note));
      return near === null ? [] : [[note.id, near.id]];
    }),
  );
}

/** Where notes go with the layers that they are beside. */
function placesAlong(
  before: NetworkDocument,
  after: NetworkDocument,
  beside: ReadonlyMap<string, string>,
): ReadonlyMap<string, Position> {
  const [from, to] = [before, after].map(
    ({ nodes }) => new Map(nodes.map(({ id, position }) => [id, position])),
  );
  return new Map(
    (before.notes ?? []).flatMap(({ id, position: { x, y } }) => {
      const layer = beside.get(id) ?? '';
      const [start, goal] = [from?.get(layer), to?.get(layer)];
      if (start === undefined || goal === undefined) return [];
      return [[id, { x: x + goal.x - start.x, y: y + goal.y - start.y }]];
    }),
  );
}

function nearest(layers: readonly LayerNode[], note: Box): LayerNode | null {
  const { cardWidth: width, cardHeight: height } = canvasGrid;
  const gap = ({ position }: LayerNode) => gapBetween(note, { ...position, width, height });
  return layers.reduce<LayerNode | null>(
    (best, layer) => (best === null || gap(layer) < gap(best) ? layer : best),
    null,
  );
}

function placesOf({ nodes, blocks, notes = [] }: NetworkDocument): string {
  return [...nodes, ...blocks, ...notes].map(({ position: { x, y } }) => `${x} ${y}`).join();
}
