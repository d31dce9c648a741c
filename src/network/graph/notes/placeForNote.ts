import type { NetworkDocument, Position } from '../document';
import { canvasGrid } from '../layout';
import type { Box } from '../routing/box';
import { noteWidths } from './note';
import { noteHeight } from './noteSize';

/** Room for a note of two lines. */
const room = { width: noteWidths.usual, height: noteHeight({ text: '\n', width: noteWidths.usual }) };
/** Between a note and what is beside it, in px. */
const distance = 4;
/** How far from the wanted place, and in which steps, others are looked at. */
const reach = { across: 800, down: 400, step: 20 };

/** The place for a new note that is nearest to a wanted one, where it covers no card and no other note. */
export function placeForNote(
  { notes = [] }: Pick<NetworkDocument, 'notes'>,
  cards: readonly Position[],
  wanted: Position,
): Position {
  const taken: readonly Box[] = [
    ...cards.map((card) => ({ ...card, width: canvasGrid.cardWidth, height: canvasGrid.cardHeight })),
    ...notes.map((note) => ({ ...note.position, width: note.width, height: noteHeight(note) })),
  ].filter((box) => near(box, wanted));
  return (
    shifts
      .map(({ x, y }) => ({ x: wanted.x + x, y: wanted.y + y }))
      .find((place) => !taken.some((box) => overlap(box, { ...place, ...room }))) ?? wanted
  );
}

/** From the nearest on. */
const shifts: readonly Position[] = steps(reach.across)
  .flatMap((x) => steps(reach.down).map((y) => ({ x, y })))
  .sort((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y));

function steps(most: number): readonly number[] {
  return Array.from({ length: (2 * most) / reach.step + 1 }, (_, place) => place * reach.step - most);
}

function near({ x, y, width, height }: Box, wanted: Position): boolean {
  const around = {
    x: wanted.x - reach.across,
    y: wanted.y - reach.down,
    width: 2 * reach.across + room.width,
    height: 2 * reach.down + room.height,
  };
  return overlap({ x, y, width, height }, around);
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width + distance &&
    other.x < one.x + one.width + distance &&
    one.y < other.y + other.height + distance &&
    other.y < one.y + one.height + distance
  );
}
