import type { NetworkDocument, Position } from '../document';
import { canvasGrid } from '../layout';
import type { Box } from '../routing/box';
import { noteWidths } from './note';
import { closerThan, noteBox } from './noteBox';
import { noteHeight } from './noteSize';

/** Room for a note that is not written yet: of two lines. */
const room = { width: noteWidths.usual, height: noteHeight({ text: '\n', width: noteWidths.usual }) };
/** Between a note and what is beside it, in px. */
const distance = 4;
/** How far from the wanted place, and in which steps, others are looked at. */
const reach = { across: 800, down: 400, step: 20 };

/** The place for a note of some size that is nearest to a wanted one, where it covers no card and no other note. */
export function placeForNote(
  { notes = [] }: Pick<NetworkDocument, 'notes'>,
  cards: readonly Position[],
  wanted: Position,
  size: Pick<Box, 'width' | 'height'> = room,
): Position {
  const taken: readonly Box[] = [
    ...cards.map((card) => ({ ...card, width: canvasGrid.cardWidth, height: canvasGrid.cardHeight })),
    ...notes.map(noteBox),
  ].filter((box) => near(box, wanted, size));
  return (
    shifts
      .map(({ x, y }) => ({ x: wanted.x + x, y: wanted.y + y }))
      .find((place) => !taken.some((box) => closerThan(distance, box, { ...place, ...size }))) ?? wanted
  );
}

/** From the nearest on. */
const shifts: readonly Position[] = steps(reach.across)
  .flatMap((x) => steps(reach.down).map((y) => ({ x, y })))
  .sort((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y));

function steps(most: number): readonly number[] {
  return Array.from({ length: (2 * most) / reach.step + 1 }, (_, place) => place * reach.step - most);
}

function near(box: Box, wanted: Position, size: Pick<Box, 'width' | 'height'>): boolean {
  const around = {
    x: wanted.x - reach.across,
    y: wanted.y - reach.down,
    width: 2 * reach.across + size.width,
    height: 2 * reach.down + size.height,
  };
  return closerThan(distance, box, around);
}
